"""Un módulo por comando; su nombre es el del comando."""
