// What Prototype.js did to every page up to version 1.6, and portals still do: values that JSON.stringify then writes twice,
// and an Array.from and an Array.prototype.reduce that take no function.
Array.prototype.toJSON = function () {
  return '[' + this.map((value) => value?.toJSON?.() ?? String(value)).join(', ') + ']';
};
String.prototype.toJSON = function () {
  return this.inspect(true);
};
Number.prototype.toJSON = function () {
  return isFinite(this) ? this.toString() : 'null';
};
Array.from = $A;
Array.prototype.reduce = function () {
  return this.length > 1 ? this : this[0];
};
