"""Los archivos de un plan por escribir: su guía, comentada, y un ejemplo que copiar."""
