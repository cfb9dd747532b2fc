namespace Codex.Platform.Linux;

/// <summary>Access rights of Landlock for files and directories (<c>linux/landlock.h</c>).</summary>
[Flags]
public enum LandlockAccess : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Execute a file.</summary>
    Execute = 1,

    /// <summary>Open a file for writing.</summary>
    WriteFile = 1 << 1,

    /// <summary>Open a file for reading.</summary>
    ReadFile = 1 << 2,

    /// <summary>List a directory.</summary>
    ReadDirectory = 1 << 3,

    /// <summary>Everything that adds, removes, renames or links what is in a directory.</summary>
    ChangeDirectory = 0x3FF0,

    /// <summary>Shorten a file.</summary>
    Truncate = 1 << 14,

    /// <summary>Control a device.</summary>
    ControlDevice = 1 << 15,

    /// <summary>Run programs and read files.</summary>
    Read = Execute | ReadFile,

    /// <summary>Change files and directories.</summary>
    Write = WriteFile | ChangeDirectory | Truncate,

    /// <summary>What can be granted for a single file.</summary>
    OfFiles = Execute | WriteFile | ReadFile | Truncate | ControlDevice,
}
