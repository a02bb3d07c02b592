// Force-included before the SQLite binding's sources when they are compiled for Node-API 8.
// Before Node-API 10 napi_create_reference takes objects only, so a reference to a string
// is kept by holding that string in a one-slot object.
#pragma once

#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() {}
  Reference(const Reference&) = delete;
  Reference& operator=(const Reference&) = delete;
  Reference(Reference&& other) : slot_(std::move(other.slot_)) {}

  Reference& operator=(Reference&& other) {
    slot_ = std::move(other.slot_);
    return *this;
  }

  static Reference New(const String& value, uint32_t = 0) {
    Object holder = Object::New(value.Env());
    holder.Set("s", value);
    Reference made;
    made.slot_ = Persistent(holder);
    return made;
  }

  String Value() const { return slot_.Value().Get("s").As<String>(); }
  bool IsEmpty() const { return slot_.IsEmpty(); }
  void Reset() { slot_.Reset(); }
  void Reset(const String& value, uint32_t = 0) { *this = New(value, 1); }
  void SuppressDestruct() { slot_.SuppressDestruct(); }

 private:
  ObjectReference slot_;
};

}  // namespace Napi
