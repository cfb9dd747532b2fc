using System.Runtime.InteropServices;
using System.Text;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>
/// Turns this process into another program that has no privilege left. What is given up belongs to the calling thread, and
/// the program inherits from the thread that executes it: so everything happens in one call.
/// </summary>
public static unsafe class ProgramReplacement
{
    private const uint CapabilityVersion = 0x20080522;
    private const int FilterInstructionSize = 8;
    private const nuint KillSignal = 9;

    /// <summary>Never returns: throws when any step fails, and then nothing has been started.</summary>
    /// <param name="path">The program; absolute.</param>
    /// <param name="arguments">All arguments, the one with index 0 included. The environment is that of this process.</param>
    /// <param name="rules">The only access to files that is left; null leaves all of it.</param>
    /// <param name="filter">A system call filter: an array of <c>struct sock_filter</c>.</param>
    /// <exception cref="IOException">A step failed.</exception>
    public static void ExecuteWithoutPrivileges(string path, IReadOnlyList<string> arguments, IReadOnlyList<LandlockRule>? rules, ReadOnlySpan<byte> filter)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var vector = Vector(arguments);
        DropCapabilities();
        Check(Privileges.Control(Privileges.ParentDeathSignal, KillSignal, 0, 0, 0), "parent death signal");
        Check(Privileges.Control(Privileges.NoNewPrivileges, 1, 0, 0, 0), "no_new_privs");

        if (rules is not null)
            Landlock.Restrict(rules);

        // The runtime ignores broken pipes, and an ignored signal stays ignored in the program.
        Privileges.SetHandler(Privileges.BrokenPipe, 0);
        ApplyFilter(filter);
        Check(Privileges.Execute(path, vector), path);
    }

    /// <summary>The same for a process that has given up everything already.</summary>
    /// <param name="path">The program; absolute.</param>
    /// <param name="arguments">All arguments, the one with index 0 included. The environment is that of this process.</param>
    /// <exception cref="IOException">It could not be started.</exception>
    public static void Execute(string path, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Privileges.SetHandler(Privileges.BrokenPipe, 0);
        Check(Privileges.Execute(path, Vector(arguments)), path);
    }

    /// <summary>The same with words that need not be text.</summary>
    /// <param name="path">The program; relative to the current directory.</param>
    /// <param name="arguments">All arguments, the one with index 0 included. The environment is that of this process.</param>
    /// <returns>The error number: it could not be started.</returns>
    public static int TryExecute(ReadOnlySpan<byte> path, IReadOnlyList<byte[]> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        Privileges.SetHandler(Privileges.BrokenPipe, 0);
        _ = Privileges.ExecuteBytes(Terminated(path), Vector(arguments));
        return Marshal.GetLastPInvokeError();
    }

    private static void DropCapabilities()
    {
        for (nuint capability = 0; Privileges.Control(Privileges.DropFromBoundingSet, capability, 0, 0, 0) == 0; capability++)
        {
        }

        Check(Privileges.Control(Privileges.Ambient, Privileges.ClearAmbient, 0, 0, 0), "ambient capabilities");
        var header = stackalloc uint[2] { CapabilityVersion, 0 };
        var none = stackalloc uint[6];
        Check((int)Privileges.SetCapabilities(Privileges.NumberOfSetCapabilities, header, none), "capabilities");
    }

    private static void ApplyFilter(ReadOnlySpan<byte> filter)
    {
        fixed (byte* instructions = filter)
        {
            // struct sock_fprog: a count, padding, a pointer.
            var program = stackalloc nuint[2] { (nuint)(filter.Length / FilterInstructionSize), (nuint)instructions };
            Check(Privileges.Control(Privileges.SetFilter, Privileges.FilterMode, (nuint)program, 0, 0), "seccomp");
        }
    }

    private static byte** Vector(IReadOnlyList<string> arguments) => Vector([.. arguments.Select(Encoding.UTF8.GetBytes)]);

    /// <summary>Never freed: the process is about to become another one.</summary>
    private static byte** Vector(IReadOnlyList<byte[]> arguments)
    {
        var vector = (byte**)NativeMemory.AllocZeroed((nuint)arguments.Count + 1, (nuint)sizeof(byte*));
        for (var index = 0; index < arguments.Count; index++)
            vector[index] = Terminated(arguments[index]);
        return vector;
    }

    private static byte* Terminated(ReadOnlySpan<byte> bytes)
    {
        var text = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
        bytes.CopyTo(new Span<byte>(text, bytes.Length));
        return text;
    }

    private static void Check(int result, string step)
    {
        if (result < 0)
        {
            throw new IOException($"{step}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }
}
