// What Prototype.js did to the page up to version 1.6, and portals still do: values that JSON.stringify then writes twice,
// an Array.from that takes no function, an Array.prototype.reduce that takes none either.
Array.prototype.toJSON = function () {
  return Object.toJSON(this.map(String));
};
String.prototype.toJSON = function () {
  return this.inspect(true);
};
Array.from = $A;
Array.prototype.reduce = function () {
  return this.length > 1 ? this : this[0];
};
