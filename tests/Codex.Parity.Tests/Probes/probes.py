"""Tries to leave the sandbox. One line for every attempt: its name, and whether it succeeded."""
import ctypes, os, resource, signal, socket, subprocess, sys, threading

outside, port, abstract, path_socket, host_pid, udp_port = sys.argv[1:7]
libc = ctypes.CDLL(None, use_errno=True)


def call(number, *arguments):
    result = libc.syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def run(*command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=5, **more)


def write(path, text="x"):
    with open(path, "w") as file:
        file.write(text)


def outside_write(): write(outside + "/written")
def outside_mkdir(): os.mkdir(outside + "/made")
def outside_unlink(): os.unlink(outside + "/kept")
def outside_chmod(): os.chmod(outside + "/kept", 0o777)
def outside_utime(): os.utime(outside + "/kept", (1, 1))
def outside_truncate(): os.truncate(outside + "/kept", 0)
def outside_xattr(): os.setxattr(outside + "/kept", "user.probe", b"x")
def outside_rename_in(): os.rename(outside + "/kept", "stolen")
def outside_rename_out(): write("mine"); os.rename("mine", outside + "/mine")
def outside_hard_link():
    os.link(outside + "/kept", "linked"); write("linked")
def outside_link_then_write(): os.symlink(outside, "link"); write("link/through")
def outside_dotdot(): write("../outside/dots")
def outside_proc_root(): write("/proc/self/root" + outside + "/root")
def outside_proc_init_root(): write("/proc/1/root" + outside + "/root")
def outside_proc_cwd(): write("/proc/self/cwd/../outside/cwd")
def outside_swapped_link():
    os.makedirs("swapped/outside", exist_ok=True)
    os.symlink(outside, "swap")
    def swap():
        for turn in range(2000):
            os.symlink("swapped/outside" if turn % 2 else outside, "swap.new"); os.rename("swap.new", "swap")
    swapper = threading.Thread(target=swap, daemon=True); swapper.start()
    while swapper.is_alive():
        try: write("swap/raced")
        except OSError: pass
    if not os.path.exists(outside + "/raced"): raise PermissionError
def outside_swapped_parent():
    os.makedirs("parent/kept", exist_ok=True); inside = os.open("parent", os.O_RDONLY)
    os.rename("parent", "moved"); os.symlink(outside, "parent"); os.truncate("parent/kept", 0)
def git_config(): write(".git/config")
def git_hook(): write(".git/hooks/post-commit")
def git_rename(): os.rename(".git", "gone")
def git_replace(): os.rename(".git", "g2"); os.mkdir(".git")
def git_symlink(): os.symlink(".git/config", "config-link"); write("config-link")
def codex_directory(): os.mkdir(".codex") if not os.path.isdir(".codex") else write(".codex/config.toml")
def codex_file(): write(".codex/config.toml")
def agents_file(): write(".agents/x")
def etc(): write("/etc/codex-probe")
def usr(): write("/usr/codex-probe")
def home(): write(os.path.expanduser("~") + "/.codex-probe")
def proc_sys(): write("/proc/sys/kernel/hostname", "probe")
def proc_sysrq(): write("/proc/sysrq-trigger", "h")
def proc_core_pattern():
    old = open("/proc/sys/kernel/core_pattern").read(); write("/proc/sys/kernel/core_pattern", old)
def proc_oom(): write("/proc/self/oom_score_adj", "-1000")
def sys_write(): write("/sys/kernel/mm/transparent_hugepage/enabled", "madvise")
def sys_cgroup(): os.mkdir("/sys/fs/cgroup/codex-probe")
def dev_kmsg(): os.write(os.open("/dev/kmsg", os.O_WRONLY), b"probe")
def dev_disk(): open("/dev/vda", "rb").read(1)
def dev_mem(): open("/dev/mem", "rb").read(1)
def mknod_device():
    os.mknod("disk", 0o60600, os.makedev(254, 0)); open("disk", "rb").read(1)
def ptrace_self(): call(101, 0, 0, 0, 0)
def ptrace_host(): call(101, 16, int(host_pid), 0, 0)
def process_vm_read(): call(310, os.getppid(), 0, 0, 0, 0, 0)
def process_vm_write(): call(311, os.getppid(), 0, 0, 0, 0, 0)
def pidfd_open_host(): call(434, int(host_pid), 0)
def signal_host(): os.kill(int(host_pid), 0)
def host_environment(): open(f"/proc/{host_pid}/environ", "rb").read()
def host_processes_visible():
    if not os.path.isdir(f"/proc/{host_pid}"): raise PermissionError
def mount_tmpfs(): os.mkdir("m") if not os.path.isdir("m") else None; call(165, b"x", b"m", b"tmpfs", 0, 0)
def mount_bind(): os.makedirs("m", exist_ok=True); call(165, outside.encode(), b"m", 0, 4096, 0); write("m/bound")
def remount_root(): call(165, 0, b"/", 0, 4096 | 32, 0); write(outside + "/remounted")
def umount_git(): call(166, b".git", 2)
def umount_root(): call(166, b"/", 2)
def pivot(): call(155, b".", b".")
def chroot(): os.chroot(".")
def unshare_user(): call(272, 0x10000000)
def unshare_mount(): call(272, 0x20000)
def unshare_network(): call(272, 0x40000000)
def clone_user(): 
    if call(56, 0x10000000 | 17, 0, 0, 0, 0) == 0: os._exit(0)
def setns_init():
    call(308, os.open("/proc/1/ns/mnt", os.O_RDONLY), 0)
def open_tree(): call(428, -100, b"/", 1)
def fsopen(): call(430, b"tmpfs", 0)
def mount_setattr(): call(442, -100, b"/", 0, 0, 0)
def io_uring(): call(425, 1, ctypes.create_string_buffer(120))
def keyctl(): call(250, 0, -3, 0)
def add_key(): call(248, b"user", b"probe", b"x", 1, -3)
def bpf(): call(321, 0, ctypes.create_string_buffer(128), 128)
def userfaultfd(): call(323, 1)
def perf_event(): call(298, ctypes.create_string_buffer(128), 0, -1, -1, 0)
def kexec(): call(246, 0, 0, 0, 0)
def init_module(): call(175, b"x", 1, b"")
def reboot(): call(169, 0xfee1dead, 672274793, 0, 0)
def swapoff(): call(168, b"/none")
def settimeofday(): call(164, 0, ctypes.create_string_buffer(8))
def clock_adjust(): call(159, ctypes.create_string_buffer(b"\x01" + bytes(207)))
def sethostname(): socket.sethostname("probe")
def setuid_root_program(): run("/usr/bin/su", "-c", "true", stdin=subprocess.DEVNULL)
def capabilities():
    if int([l for l in open("/proc/self/status") if l.startswith("CapEff")][0].split()[1], 16) == 0: raise PermissionError
def no_new_privileges_off():
    if "NoNewPrivs:\t1" in open("/proc/self/status").read(): raise PermissionError
def inherited_descriptors():
    extra = [n for n in os.listdir("/proc/self/fd") if int(n) > 2]
    if len(extra) <= 1: raise PermissionError
def environment_loader():
    if "LD_LIBRARY_PATH" not in os.environ: raise PermissionError
def credentials_file(): open(os.environ["CODEX_HOME"] + "/auth.json", "rb").read(1)
def credentials_by_root(): open("/proc/self/root" + os.environ["CODEX_HOME"] + "/auth.json", "rb").read(1)
def credentials_by_hard_link():
    os.link(os.environ["CODEX_HOME"] + "/auth.json", "linked-auth"); open("linked-auth", "rb").read(1)
def limit_of_files_raised(): resource.setrlimit(resource.RLIMIT_NOFILE, (2000, 2000))
def more_files_than_the_limit():
    for _ in range(1001): os.dup(0)
def limit_of_the_host_raised(): call(302, int(host_pid), 1, ctypes.create_string_buffer(b"\xff" * 16), 0)
def priority_raised(): os.setpriority(os.PRIO_PROCESS, 0, -5)
def priority_of_the_host(): os.setpriority(os.PRIO_PROCESS, int(host_pid), 19)
def tcp_host(): socket.create_connection(("127.0.0.1", int(port)), 2)
def udp_host(): 
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(1); s.sendto(b"x", ("127.0.0.1", int(udp_port))); s.recv(1)
def tcp_internet(): socket.create_connection(("1.1.1.1", 53), 2)
def udp_internet(): s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.sendto(b"x", ("1.1.1.1", 53))
def tcp_ipv6(): socket.create_connection(("2606:4700:4700::1111", 53), 2)
def icmp(): s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 1); s.sendto(b"\x08" + bytes(7), ("1.1.1.1", 0))
def dns(): socket.getaddrinfo("example.com", 80)
def raw_socket(): socket.socket(socket.AF_INET, socket.SOCK_RAW, 255)
def packet_socket(): socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3)
def vsock(): socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM).connect((2, 1))
def alg_socket(): socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)
def netlink_generic(): socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 16)
def abstract_host(): socket.socket(socket.AF_UNIX).connect("\0" + abstract)
def path_socket_host(): socket.socket(socket.AF_UNIX).connect(path_socket)
def path_socket_datagram():
    a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM); a.sendmsg([b"x"], [], 0, path_socket + ".dgram")
def shared_memory():
    key = 0x0C0DE; call(29, key, 4096, 0o600)
def terminal_injection():
    import fcntl, termios; fcntl.ioctl(os.open("/dev/tty", os.O_RDWR), termios.TIOCSTI, b"x")
def local_loopback():
    s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); socket.create_connection(s.getsockname(), 2)
def local_path_socket():
    s = socket.socket(socket.AF_UNIX); s.bind("own.sock"); s.listen(); socket.socket(socket.AF_UNIX).connect("own.sock")
def local_abstract_socket():
    s = socket.socket(socket.AF_UNIX); s.bind("\0own"); s.listen(); socket.socket(socket.AF_UNIX).connect("\0own")
def local_netlink_route(): socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
def workspace_write(): write("inside")
def workspace_remove(): os.unlink("inside")
def workspace_subprocess(): run("/bin/true")
def workspace_fork():
    p = os.fork()
    if p == 0: os._exit(0)
    os.waitpid(p, 0)
def workspace_many_processes():
    children = []
    for _ in range(100):
        child = os.fork()
        if child == 0: os.setsid(); signal.pause()
        children.append(child)
    for child in children: os.kill(child, signal.SIGKILL)
def workspace_shared_memory():
    import multiprocessing; multiprocessing.get_context("fork").Lock()


# Where they succeed, these change what the others find.
last = ("remount_root", "umount_git", "umount_root", "pivot", "chroot", "mount_tmpfs", "mount_bind", "git_rename", "git_replace")
attempts = [(name, attempt) for name, attempt in globals().items()
            if callable(attempt) and getattr(attempt, "__module__", "") == "__main__" and attempt not in (call, run, write)]
for name, attempt in sorted(attempts, key=lambda pair: pair[0] in last):
    pid = os.fork()
    if pid == 0:
        signal.alarm(8)
        try:
            attempt()
            os._exit(0)
        except BaseException:
            os._exit(1)
    status = os.waitpid(pid, 0)[1]
    print(name, "allowed" if status == 0 else "denied", flush=True)
