// jQuery leaves $ to Prototype, as portals that have both do.
jQuery.noConflict();

jQuery(function ($) {
  $('charter-acknowledgement').on('charter-signed', function (event) {
    $('#signed').text('Signature n° ' + event.originalEvent.detail.record.id);
  });
});
