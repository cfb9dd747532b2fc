using System.Runtime.InteropServices;

namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>
/// Makes the system call filter of sandboxed commands: everything is allowed but what is listed, and that fails with EPERM.
/// </summary>
/// <remarks>
/// With <see cref="SocketAccess.Pairs"/> the list is that of 0.136.0 (<c>linux-sandbox/src/landlock.rs</c>). In every case
/// other processes cannot be inspected, and mounts, namespaces, kernel keys and the like are denied, and numbers of the x32
/// interface, which would pass a filter by number.
/// </remarks>
public static class SeccompProgram
{
    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;
    private const uint SecondArgumentOffset = 24;
    private const uint ThirdArgumentOffset = 32;
    private const uint Allow = 0x7FFF0000;
    private const uint KillProcess = 0x80000000;
    private const uint FailWith = 0x00050000;
    private const uint NotPermitted = 1;
    private const uint NotImplemented = 38;
    private const uint UnixFamily = 1;
    private const uint InternetFamily = 2;
    private const uint Internet6Family = 10;
    private const uint NetlinkFamily = 16;
    private const uint RouteProtocol = 0;
    private const uint SocketTypes = 0xF;
    private const uint Datagrams = 2;

    // CLONE_NEWTIME is not among them: its bit is part of the exit signal in clone.
    private const uint NewNamespaces = 0x02000000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000 | 0x00020000;

    private const string Denied = "denied";
    private const string Missing = "missing";
    private const string Foreign = "foreign";
    private const string Clone = "clone";
    private const string Socket = "socket";
    private const string Pair = "pair";
    private const string Permitted = "permitted";

    /// <summary>The architecture of this process; null when there is no filter for it.</summary>
    public static SeccompArchitecture? Current => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => SeccompArchitecture.X64,
        Architecture.Arm64 => SeccompArchitecture.Arm64,
        _ => null,
    };

    /// <summary>Assembles the filter: an array of <c>struct sock_filter</c>.</summary>
    public static byte[] Assemble(SeccompArchitecture architecture, SocketAccess sockets)
    {
        ArgumentNullException.ThrowIfNull(architecture);
        var code = new SeccompAssembler();
        code.Load(ArchitectureOffset);
        code.UnlessEqual(architecture.Audit, Foreign);
        code.Load(NumberOffset);
        if (architecture.ForeignNumbers != 0)
        {
            code.IfAtLeast(architecture.ForeignNumbers, Denied);
        }

        AddNumbers(code, architecture.Calls, sockets);
        code.Exit(Allow);
        AddSockets(code, sockets);
        AddEnds(code);
        return code.Assemble();
    }

    private static void AddNumbers(SeccompAssembler code, SystemCallNumbers calls, SocketAccess sockets)
    {
        Deny(code, calls.Administration);
        Deny(code, calls.Inspection);
        code.IfEqual(calls.CloneProcess, Clone);

        // Its flags are in memory, where a filter cannot look; programs fall back to clone.
        code.IfEqual(SystemCallNumbers.CloneProcess3, Missing);
        if (sockets == SocketAccess.Pairs)
            Deny(code, calls.Networking);
        if (sockets != SocketAccess.Any)
        {
            code.IfEqual(calls.Socket, sockets == SocketAccess.Pairs ? Pair : Socket);
            code.IfEqual(calls.SocketPair, sockets == SocketAccess.PrivateNetwork ? Socket : Pair);
        }
    }

    private static void AddSockets(SeccompAssembler code, SocketAccess sockets)
    {
        if (sockets is SocketAccess.Pairs or SocketAccess.PrivateInternet)
            AddPairs(code);
        if (sockets is SocketAccess.PrivateNetwork or SocketAccess.PrivateInternet)
            AddPrivateSockets(code, sockets == SocketAccess.PrivateNetwork);
    }

    private static void AddPairs(SeccompAssembler code)
    {
        // A socket for datagrams sends to any address, connected or not, by calls that streams need.
        code.Label(Pair);
        code.Load(FirstArgumentOffset);
        code.UnlessEqual(UnixFamily, Denied);
        code.Load(SecondArgumentOffset);
        code.Mask(SocketTypes);
        code.IfEqual(Datagrams, Denied);
        code.Exit(Allow);
    }

    private static void AddPrivateSockets(SeccompAssembler code, bool withLocalSockets)
    {
        code.Label(Socket);
        code.Load(FirstArgumentOffset);

        // Only families that a network namespace confines: others, such as VSOCK, lead out of it.
        if (withLocalSockets)
            code.IfEqual(UnixFamily, Permitted);
        code.IfEqual(InternetFamily, Permitted);
        code.IfEqual(Internet6Family, Permitted);
        code.UnlessEqual(NetlinkFamily, Denied);
        code.Load(ThirdArgumentOffset);
        code.UnlessEqual(RouteProtocol, Denied);
        code.Label(Permitted);
        code.Exit(Allow);
    }

    private static void AddEnds(SeccompAssembler code)
    {
        code.Label(Clone);
        code.Load(FirstArgumentOffset);
        code.IfAnyBit(NewNamespaces, Denied);
        code.Exit(Allow);
        code.Label(Denied);
        code.Exit(FailWith | NotPermitted);
        code.Label(Missing);
        code.Exit(FailWith | NotImplemented);
        code.Label(Foreign);
        code.Exit(KillProcess);
    }

    private static void Deny(SeccompAssembler code, IReadOnlyList<uint> numbers)
    {
        foreach (var number in numbers)
        {
            code.IfEqual(number, Denied);
        }
    }
}
