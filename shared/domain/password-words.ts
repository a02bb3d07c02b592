import { isObscene } from './obscene-words.ts';

/** Short everyday Russian nouns in Latin letters as they are typed, for passwords of words; no two differ only by an end. */
const russian = (
  'abrikos akula almaz ananas apelsin arbuz arka artist astra atlas avtobus babochka baran barhat bashnya begemot belka ' +
  'bereg bereza bilet bochka boloto borsch botinok brelok buket bulka burya buton cvetok dacha delfin derevo ' +
  'diktant doroga doska drakon drug dvor dynya ekran elka fakel fantik fartuk fasol fialka figura filin flag ' +
  'fontan forma foto gazeta gitara glina globus gnezdo golub gora gorod grach granat grib grusha gusenica igla igra ' +
  'indyuk iskra izba kabina kaktus kalina kamen kanal kapusta karman karta kasha katok kedr kivi klen klever kluch ' +
  'kniga kolos komar kometa kompas konfeta korabl korona kostyum kover krab kran krug krysha kubik kukla kupol kust ' +
  'lampa landysh lebed lenta leto limon linza list lodka lopata los luna luzha lyzhi makaron malina maska mayak ' +
  'medved melnica mesto metro minuta molot morkov most motor muravey muzey mylo nebo nitka noga norka nota oblako ' +
  'ogurec okno olen opora orbita oreh orel osen ostrov ovrag oves paket palma pamyat parad park parus pauk pchela ' +
  'pena pero pesok pesnya petuh pilot pingvin pirog plamya plenka plot plyazh pogoda pole polka ponchik pochta porog ' +
  'poyas prazdnik pruzhina ptica pugovica puma radar raduga raketa reka remen repa rosa rozetka ruchey rukav ryba rynok ' +
  'sadovod sahar salat samolet sapog shahta sharf shkaf shlem shlyapa shokolad sila sirop skala skripka sled sliva slon ' +
  'smola sneg sobaka sokol solnce sova stakan stena step stihi stol strela suhar sumka sunduk svecha syr tablo taksi ' +
  'tanec tarelka telega tigr topor trava traktor tropa truba tuman tunnel tykva ugol ulitka urok utka uzor vagon varenye ' +
  'vaza vedro vesna veter vilka vishnya volna vorota yabloko yagoda yakor yantar yascherica zabor zakat zamok ' +
  'zarya zebra zemlya zerno zima znak zontik zvezda zvuk'
).split(' ');

const english = (
  'acorn actor almond amber anchor angle ankle apple apron arrow artist atlas autumn badge bagel baker balcony bamboo ' +
  'banana banjo barn basket beach beaver bench berry bicycle bird biscuit blanket bottle branch bread breeze brick ' +
  'bridge broom brush bubble bucket butter button cabin cactus camel camera canal candle canoe carpet carrot castle ' +
  'cedar cellar chalk cherry chess circle city cliff cloud clover coast cobra coffee comet compass copper coral corner ' +
  'cotton cousin crane crayon cricket crown crystal curtain daisy dancer desert diamond dinner dolphin domino donkey ' +
  'dragon drawer dream drum eagle earth echo elbow ember engine eraser evening falcon family farmer feather fern ferry ' +
  'fiddle field finger flame flower forest fossil fountain fox frame friend frost fruit galaxy garage garden garlic gate ' +
  'ginger giraffe glacier glass globe glove goose grain granite grape gravel guitar hammer harbor harvest hazel helmet ' +
  'hedge heron hill honey horizon horse house igloo island ivory jacket jaguar jar jelly jewel jungle kettle kitchen ' +
  'kite koala ladder lagoon lake lamp lantern laurel lemon letter library lily linen lion lizard lobster locket lunch ' +
  'magnet mango maple marble market meadow melon mirror monkey morning mosaic mountain museum music napkin needle nest ' +
  'noodle notebook oasis ocean olive onion orange orbit orchard otter owl oyster paddle palace panda paper parade parrot ' +
  'peach pearl pebble pencil pepper piano picnic pigeon pillow pilot pine planet plum pocket pond poppy potato puzzle ' +
  'quartz quilt rabbit radio rain raven ribbon river robin rocket saddle salmon sand school shadow shelf silver sketch ' +
  'sledge snow spider spoon spring square stone storm street sugar summer sunset swan table tablet teapot tiger timber ' +
  'tomato tower train tulip tunnel turtle umbrella valley velvet village violin wagon walnut water willow window winter ' +
  'wizard wolf yellow zebra'
).split(' ');

/** Each word once, and none that the filter of passwords would refuse. */
const usable = (words: readonly string[]) => [...new Set(words)].filter((word) => !isObscene(word));

/** The words that passwords are made of. */
export const passwordWords: Readonly<Record<'ru' | 'en', readonly string[]>> = {
  ru: usable(russian),
  en: usable(english),
};
