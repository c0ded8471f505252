"""Lo que la página web dice de un plan: qué cubre qué, quién sirve a quién y por qué se filtra."""
