using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox.Namespaces;

/// <summary>Carries out the mounts of a plan, step by step, in the namespace of this process.</summary>
internal sealed class FileSystemView
{
    private const string EmptyName = ".codex-empty";
    private const string HiddenName = ".codex-hidden";
    private static readonly string[] s_devices = ["null", "zero", "full", "random", "urandom", "tty"];

    private readonly Dictionary<string, int> _writable = [];
    private bool _hasOwnDevices;
    private bool _writesRoot;
    private string? _covers;

    /// <summary>Keeps hold of a directory that will be writable, before an earlier step covers it.</summary>
    public void Keep(string word, string path)
    {
        if (word != "--writable")
        {
            return;
        }

        if (path == "/")
        {
            _writesRoot = true;
        }
        else if (!_writable.ContainsKey(path))
        {
            _writable.Add(path, MountNamespace.Detach(path));
        }
    }

    public void Apply(string word, string path)
    {
        switch (word)
        {
            case "--writable":
                AllowWrites(path);
                break;
            case "--read-only" when path == "/":
                // Frozen together with the devices, which have to be copied before.
                break;
            case "--read-only":
                MountNamespace.BindOntoItself(path);
                MountNamespace.ForbidWrites(path);
                break;
            case "--devices":
                AddDevices();
                break;
            case "--directory":
                Directory.CreateDirectory(path);
                break;
            default:
                Cover(word, path);
                break;
        }
    }

    /// <summary>Mounts what belongs to every view and enters the directory.</summary>
    public void Finish(string directory)
    {
        MountNamespace.MountProcesses("/proc");
        foreach (var path in KernelPaths.Existing())
        {
            MountNamespace.BindOntoItself(path);
            MountNamespace.ForbidWrites(path);
        }

        if (_hasOwnDevices)
        {
            File.Delete(Path.Join(_covers, EmptyName));
            File.Delete(Path.Join(_covers, HiddenName));
        }

        // The directory we are in belongs to the mount below; the command has to be in the one on top.
        WorkingDirectory.Enter(directory);
    }

    private void AllowWrites(string path)
    {
        if (_writable.Remove(path, out var copy))
        {
            MountNamespace.Attach(copy, path);
            MountNamespace.ForbidDevices(path);
        }
    }

    private void Cover(string word, string path)
    {
        switch (word)
        {
            case "--empty-directory":
                MountNamespace.MountEmpty(path, "555");
                MountNamespace.ForbidWrites(path);
                break;
            case "--hidden-directory":
                MountNamespace.MountEmpty(path, "000");
                MountNamespace.ForbidWrites(path);
                break;
            case "--hidden-parent":
                MountNamespace.MountEmpty(path, "111");
                break;
            case "--sealed":
                MountNamespace.ForbidWrites(path);
                break;
            case "--empty-file":
                MountNamespace.Bind(Path.Join(Covers(), EmptyName), path);
                MountNamespace.ForbidWrites(path);
                break;
            case "--blocked" when !Path.Exists(path):
                break;
            case "--hidden-file" or "--blocked":
                MountNamespace.Bind(Path.Join(Covers(), HiddenName), path);
                MountNamespace.ForbidWrites(path);
                break;
            default:
                throw new ArgumentException($"unknown option {word}");
        }
    }

    /// <summary>Where the files lie that are put over others.</summary>
    private string Covers()
    {
        if (_covers is null)
        {
            // Without a /dev of our own: below the /proc that is mounted last.
            MountNamespace.MountEmpty("/proc", "755");
            MakeCovers("/proc");
        }

        return _covers!;
    }

    private void MakeCovers(string directory)
    {
        Create(Path.Join(directory, EmptyName), (UnixFileMode)0b100_100_100);
        Create(Path.Join(directory, HiddenName), UnixFileMode.None);
        _covers = directory;
    }

    private void AddDevices()
    {
        var copies = Array.ConvertAll(s_devices, static name => MountNamespace.Detach("/dev/" + name));
        if (_writesRoot)
        {
            // Never frozen in part only: what the host mounts read-only could not be told from what we froze.
            MountNamespace.ForbidDevices("/");
        }
        else
        {
            MountNamespace.FreezeAll();
        }

        MountNamespace.MountEmpty("/dev", "755");
        for (var index = 0; index < copies.Length; index++)
        {
            var path = "/dev/" + s_devices[index];
            Create(path, (UnixFileMode)0b110_110_110);
            MountNamespace.Attach(copies[index], path);
        }

        AddTerminals();
        MakeCovers("/dev");
        _hasOwnDevices = true;
    }

    private static void AddTerminals()
    {
        File.CreateSymbolicLink("/dev/fd", "/proc/self/fd");
        File.CreateSymbolicLink("/dev/stdin", "/proc/self/fd/0");
        File.CreateSymbolicLink("/dev/stdout", "/proc/self/fd/1");
        File.CreateSymbolicLink("/dev/stderr", "/proc/self/fd/2");
        File.CreateSymbolicLink("/dev/core", "/proc/kcore");
        File.CreateSymbolicLink("/dev/ptmx", "pts/ptmx");
        Directory.CreateDirectory("/dev/shm");
        Directory.CreateDirectory("/dev/pts");
        MountNamespace.MountTerminals("/dev/pts");
    }

    private static void Create(string path, UnixFileMode mode)
    {
        File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
