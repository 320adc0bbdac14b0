# Runs a command on a pseudo-terminal: terminal.py COLUMNS SCRIPT -- COMMAND...
# SCRIPT is JSON: a list of [text to wait for, text to type]. Prints what the terminal showed, and exits
# with the command's code.
import fcntl, json, os, pty, select, struct, sys, termios

columns, script = int(sys.argv[1]), json.loads(sys.argv[2])
pid, master = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, columns, 0, 0))
    os.execvp(sys.argv[4], sys.argv[4:])
shown = b''
while True:
    ready, _, _ = select.select([master], [], [], 25)
    try:
        chunk = os.read(master, 65536) if ready else b''
    except OSError:
        chunk = b''
    if not chunk:
        break
    shown += chunk
    while script and script[0][0].encode() in shown:
        os.write(master, script.pop(0)[1].encode())
status = os.waitpid(pid, 0)[1]
sys.stdout.buffer.write(shown)
sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
