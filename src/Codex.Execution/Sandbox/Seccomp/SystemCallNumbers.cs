namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>System call numbers of one architecture, grouped by what a filter does with them.</summary>
public sealed record SystemCallNumbers
{
    /// <summary>Reading other processes and asynchronous system calls past the filter.</summary>
    public required IReadOnlyList<uint> Inspection { get; init; }

    /// <summary>Using a socket, whatever its family.</summary>
    public required IReadOnlyList<uint> Networking { get; init; }

    /// <summary>Changing mounts and namespaces, kernel keys, programs and page faults.</summary>
    public required IReadOnlyList<uint> Administration { get; init; }

    /// <summary><c>socket</c>.</summary>
    public required uint Socket { get; init; }

    /// <summary><c>socketpair</c>.</summary>
    public required uint SocketPair { get; init; }

    /// <summary><c>clone</c>.</summary>
    public required uint CloneProcess { get; init; }

    /// <summary><c>clone3</c>; the same number everywhere.</summary>
    public const uint CloneProcess3 = 435;

    // ptrace, process_vm_readv, process_vm_writev, io_uring_setup, io_uring_enter, io_uring_register ·
    // connect, accept, accept4, bind, listen, getpeername, getsockname, shutdown, sendto, sendmmsg, recvmmsg, getsockopt, setsockopt ·
    // mount, umount2, pivot_root, chroot, setns, unshare, keyctl, add_key, request_key, bpf, userfaultfd,
    // open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr

    /// <summary>64-bit Intel and AMD.</summary>
    public static SystemCallNumbers X64 { get; } = new()
    {
        Inspection = [101, 310, 311, 425, 426, 427],
        Networking = [42, 43, 288, 49, 50, 52, 51, 48, 44, 307, 299, 55, 54],
        Administration = [165, 166, 155, 161, 308, 272, 250, 248, 249, 321, 323, 428, 429, 430, 431, 432, 433, 442],
        Socket = 41,
        SocketPair = 53,
        CloneProcess = 56,
    };

    /// <summary>64-bit ARM.</summary>
    public static SystemCallNumbers Arm64 { get; } = new()
    {
        Inspection = [117, 270, 271, 425, 426, 427],
        Networking = [203, 202, 242, 200, 201, 205, 204, 210, 206, 269, 243, 209, 208],
        Administration = [40, 39, 41, 51, 268, 97, 219, 217, 218, 280, 282, 428, 429, 430, 431, 432, 433, 442],
        Socket = 198,
        SocketPair = 199,
        CloneProcess = 220,
    };
}
