using System.Runtime.Versioning;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Native;

namespace Codex.Platform.Windows.Sandboxing;

/// <summary>Who may read and write files and directories. Every change adds an entry for one identity; entries that are there already are kept.</summary>
[SupportedOSPlatform("windows")]
public static unsafe class WindowsAccess
{
    private const uint GenericWrite = 0x40000000;
    private const uint FileGenericRead = 0x120089;
    private const uint FileGenericWrite = 0x120116;
    private const uint FileGenericExecute = 0x1200A0;
    private const uint Delete = 0x10000;
    private const uint DeleteChild = 0x40;
    private const uint Everything = 0x1F01FF;

    /// <summary>Lets an identity read, write and delete a directory and all below it.</summary>
    /// <exception cref="SpawnException">The system refuses; most often the user does not own the directory.</exception>
    public static void AllowWrites(string path, string identity) =>
        Add(path, identity, AccessEntry.Grant, FileGenericRead | FileGenericWrite | FileGenericExecute | Delete | DeleteChild);

    /// <summary>Keeps an identity from writing and deleting a file or directory and all below it.</summary>
    /// <exception cref="SpawnException">The system refuses.</exception>
    public static void DenyWrites(string path, string identity) =>
        Add(path, identity, AccessEntry.Deny, (FileGenericWrite & ~0x120000u) | GenericWrite | Delete | DeleteChild);

    /// <summary>Lets an identity read a directory and all below it, and run programs there.</summary>
    /// <exception cref="SpawnException">The system refuses; most often the user does not own the directory.</exception>
    public static void AllowReads(string path, string identity) => Add(path, identity, AccessEntry.Grant, FileGenericRead | FileGenericExecute);

    /// <summary>Keeps an identity from a file or directory and all below it.</summary>
    /// <exception cref="SpawnException">The system refuses.</exception>
    public static void DenyAll(string path, string identity) => Add(path, identity, AccessEntry.Deny, Everything);

    private static void Add(string path, string identity, int mode, uint permissions)
    {
        using var trustee = WindowsIdentity.Parse(identity);
        Check(AccessLists.Get(path, AccessLists.File, AccessLists.DiscretionaryList, 0, 0, out var old, 0, out var descriptor));
        try
        {
            var entry = new AccessEntry { Permissions = permissions, Mode = mode, Inheritance = AccessEntry.Inherited, Identity = trustee.DangerousGetHandle() };
            Check(AccessLists.Merge(1, &entry, old, out var merged));
            try
            {
                Check(AccessLists.Set(path, AccessLists.File, AccessLists.DiscretionaryList, 0, 0, merged, 0));
            }
            finally
            {
                _ = AccessLists.Free(merged);
            }
        }
        finally
        {
            _ = AccessLists.Free(descriptor);
        }
    }

    private static void Check(int error)
    {
        if (error != 0)
            throw new SpawnException(error);
    }
}
