using System.Diagnostics;
using System.Globalization;
using Codex.Execution.Sandbox.Planning;

namespace Codex.Execution.Sandbox.Bubblewrap;

/// <summary>Writes a plan as the command line of bubblewrap. Pure: descriptors are numbers that the caller fills.</summary>
public sealed class BubblewrapArguments
{
    /// <summary>The descriptor under which bubblewrap finds the system call filter.</summary>
    public const int FilterDescriptor = 3;

    private readonly List<string> _arguments = [];
    private readonly List<int> _emptyFiles = [];
    private readonly int _firstFreeDescriptor;

    private BubblewrapArguments(int firstFreeDescriptor) => _firstFreeDescriptor = firstFreeDescriptor;

    /// <summary>The arguments after the program name.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>The descriptors that must be open on an empty file, one per use.</summary>
    public IReadOnlyList<int> EmptyFileDescriptors => _emptyFiles;

    /// <summary>Writes the command line.</summary>
    /// <param name="plan">What to enforce.</param>
    /// <param name="workingDirectory">The directory in which bubblewrap itself is started.</param>
    /// <param name="mountsProc">Whether the sandbox gets a <c>/proc</c> of its own; some containers forbid that.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="firstFreeDescriptor">The first number that the command itself inherits nothing under.</param>
    public static BubblewrapArguments Write(
        SandboxPlan plan, string workingDirectory, bool mountsProc, IReadOnlyList<string> command, int firstFreeDescriptor = FilterDescriptor + 1)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var written = new BubblewrapArguments(firstFreeDescriptor);
        written.Add("--new-session", "--die-with-parent");
        foreach (var mount in plan.Mounts)
        {
            written.Add(mount);
        }

        written.AddNamespaces(plan, mountsProc);
        if (plan.WorkingDirectory != workingDirectory)
        {
            written.Add("--chdir", plan.WorkingDirectory);
        }

        written.Add("--");
        written._arguments.AddRange(command);
        return written;
    }

    private void AddNamespaces(SandboxPlan plan, bool mountsProc)
    {
        // Bubblewrap makes a user namespace by itself only when it is not run by root; root in a container needs it too.
        Add("--unshare-user", "--unshare-pid", "--unshare-ipc");
        if (plan.RestrictsNetwork)
        {
            Add("--unshare-net");
        }

        if (mountsProc)
        {
            Add("--proc", "/proc");

            // Who is root on the host could change the kernel's settings through a fresh /proc, without any capability.
            foreach (var path in plan.KernelPaths)
            {
                Add("--ro-bind", path, path);
            }
        }

        // Without this, root keeps every capability inside and remounts the protected paths writable.
        Add("--cap-drop", "ALL", "--seccomp", Number(FilterDescriptor));
    }

    private void Add(SandboxMount mount)
    {
        var path = mount.Path;
        switch (mount.Kind)
        {
            case SandboxMountKind.Writable:
                Add("--bind", path, path);
                break;
            case SandboxMountKind.ReadOnly:
                Add("--ro-bind", path, path);
                break;
            case SandboxMountKind.Empty:
                Add("--tmpfs", path);
                break;
            case SandboxMountKind.Devices:
                Add("--dev", path);
                break;
            case SandboxMountKind.Directory:
                Add("--dir", path);
                break;
            case SandboxMountKind.EmptyDirectory:
                Add("--perms", "555", "--tmpfs", path, "--remount-ro", path);
                break;
            case SandboxMountKind.HiddenDirectory:
                Add("--perms", "000", "--tmpfs", path, "--remount-ro", path);
                break;
            case SandboxMountKind.HiddenParent:
                Add("--perms", "111", "--tmpfs", path);
                break;
            case SandboxMountKind.Sealed:
                Add("--remount-ro", path);
                break;
            case SandboxMountKind.EmptyFile:
                Add("--ro-bind-data", EmptyFile(), path);
                break;
            case SandboxMountKind.HiddenFile:
                Add("--perms", "000", "--ro-bind-data", EmptyFile(), path);
                break;
            case SandboxMountKind.Blocked:
                // Devices cannot be opened on mounts of a user namespace, and nobody listens on one.
                Add("--ro-bind", "/dev/null", path);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private string EmptyFile()
    {
        // Bubblewrap closes the descriptor after use, so every use needs its own.
        var number = _firstFreeDescriptor + _emptyFiles.Count;
        _emptyFiles.Add(number);
        return Number(number);
    }

    private void Add(params ReadOnlySpan<string> arguments) => _arguments.AddRange(arguments);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
