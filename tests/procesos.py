"""Un programa en su propio proceso, con un plazo holgado y, si se quiere, la memoria limitada."""

import subprocess
import sys
from pathlib import Path

PLAZO = 60
MEMORIA = 2 * 1024**3
CODIGO = Path(__file__).parents[1] / "src"

# Va delante de un programa; solo lo admite un sistema que sepa limitar la memoria de un proceso.
ACOTAR_LA_MEMORIA = f"import resource\nresource.setrlimit(resource.RLIMIT_AS, ({MEMORIA},) * 2)\n"


def lo_que_escribe(programa: str, *argumentos: str) -> str:
    """Lo que `programa` escribe con sus `argumentos`, si acaba bien y a tiempo."""
    hecho = subprocess.run(
        [sys.executable, "-c", programa, *argumentos],
        capture_output=True,
        text=True,
        check=False,
        timeout=PLAZO,
        env={"PYTHONPATH": str(CODIGO), "PYTHONUTF8": "1"},
    )
    assert hecho.returncode == 0, hecho.stderr[-2000:]
    return hecho.stdout
