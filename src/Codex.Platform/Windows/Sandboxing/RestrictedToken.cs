using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Windows.Sandboxing;

/// <summary>
/// The user's own token without privileges, with which files can be written only where one of some extra identities may
/// (<c>windows-sandbox-rs/src/token.rs</c>).
/// </summary>
[SupportedOSPlatform("windows")]
public static unsafe class RestrictedToken
{
    private const uint GenericAll = 0x10000000;

    /// <summary>Makes the token.</summary>
    /// <param name="identities">The identities that count for writing beside those of the logon session and everyone.</param>
    /// <exception cref="SpawnException">The system refuses.</exception>
    public static SafeFileHandle Create(IReadOnlyList<string> identities)
    {
        ArgumentNullException.ThrowIfNull(identities);
        if (!Tokens.Open(Tokens.CurrentProcess(), Tokens.ForRestriction, out var own))
            throw SpawnException.OfLastCall();
        using (own)
        {
            var owned = new List<WindowsIdentity>();
            try
            {
                owned.AddRange(identities.Select(WindowsIdentity.Parse));
                owned.Add(WindowsIdentity.Parse(WindowsIdentity.Everyone));
                return Create(own, owned);
            }
            finally
            {
                owned.ForEach(static identity => identity.Dispose());
            }
        }
    }

    private static SafeFileHandle Create(SafeFileHandle own, List<WindowsIdentity> identities)
    {
        fixed (byte* groups = ReadGroups(own))
        {
            nint[] all = [.. identities.Select(static identity => identity.DangerousGetHandle()), LogonIdentity(groups)];
            var restricting = Array.ConvertAll(all, static identity => new IdentityEntry { Identity = identity });
            fixed (IdentityEntry* entries = restricting)
            {
                if (!Tokens.Restrict(own, Tokens.Restrictions, 0, 0, 0, 0, (uint)restricting.Length, entries, out var token))
                    throw SpawnException.OfLastCall();
                try
                {
                    LetShare(token, all);
                    AllowTraversing(token);
                    return token;
                }
                catch
                {
                    token.Dispose();
                    throw;
                }
            }
        }
    }

    private static byte[] ReadGroups(SafeFileHandle token)
    {
        _ = Tokens.Read(token, Tokens.Groups, null, 0, out var needed);
        var buffer = new byte[needed];
        fixed (byte* start = buffer)
        {
            return Tokens.Read(token, Tokens.Groups, start, needed, out _) ? buffer : throw SpawnException.OfLastCall();
        }
    }

    /// <summary>The identity of the logon session; it points into the buffer.</summary>
    private static nint LogonIdentity(byte* groups)
    {
        var entries = (IdentityEntry*)(groups + sizeof(nint));
        for (var index = 0; index < *(int*)groups; index++)
        {
            if ((entries[index].Attributes & Tokens.LogonGroup) == Tokens.LogonGroup)
                return entries[index].Identity;
        }

        throw new SpawnException("the token of this process has no logon session");
    }

    /// <summary>What the program makes, pipes for one, is open to itself.</summary>
    private static void LetShare(SafeFileHandle token, nint[] identities)
    {
        var entries = Array.ConvertAll(identities, static identity => new AccessEntry { Permissions = GenericAll, Mode = AccessEntry.Grant, Identity = identity });
        nint list;
        fixed (AccessEntry* start = entries)
        {
            if (AccessLists.Merge((uint)entries.Length, start, 0, out list) is var error and not 0)
                throw new SpawnException(error);
        }

        try
        {
            if (!Tokens.Write(token, Tokens.DefaultAccess, list, (uint)sizeof(nint)))
                throw SpawnException.OfLastCall();
        }
        finally
        {
            _ = AccessLists.Free(list);
        }
    }

    // Without it no file is found whose directories the user may not list.
    private static void AllowTraversing(SafeFileHandle token)
    {
        if (!Tokens.FindPrivilege(null, Tokens.TraversePrivilege, out var privilege))
            throw SpawnException.OfLastCall();
        var entry = new PrivilegeEntry { Count = 1, Privilege = privilege, Attributes = PrivilegeEntry.Enabled };
        if (!Tokens.Adjust(token, false, entry, (uint)Unsafe.SizeOf<PrivilegeEntry>(), 0, 0) || Marshal.GetLastPInvokeError() != 0)
            throw SpawnException.OfLastCall();
    }
}
