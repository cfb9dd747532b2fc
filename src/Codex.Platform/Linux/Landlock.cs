using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>Takes from the calling thread, and what it starts, all access to files but what rules grant.</summary>
public static unsafe class Landlock
{
    /// <summary>The first version that also stops files from being shortened.</summary>
    public const int RequiredVersion = 3;

    /// <summary>The first version that keeps signals and abstract sockets inside.</summary>
    public const int ScopesVersion = 6;

    private const int VersionWithDevices = 5;
    private const int VersionWithNetwork = 4;
    private const ulong AllScopes = 3;
    private const int RuleSize = 12;

    /// <summary>The version of the kernel's Landlock; 0 without one.</summary>
    public static int Version => (int)Math.Max(0, Landlocking.CreateRuleset(Landlocking.NumberOfCreateRuleset, null, 0, Landlocking.AskForVersion));

    /// <summary>Restricts the calling thread for good; it has to have given up new privileges before.</summary>
    /// <exception cref="IOException">The kernel cannot, or a path cannot be opened.</exception>
    public static void Restrict(IReadOnlyList<LandlockRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var version = Version;
        if (version < RequiredVersion)
            throw new IOException($"Landlock version {version} of this kernel is too old");
        var handled = Handled(version);
        using var ruleset = Create(version, handled);
        foreach (var rule in rules)
            Add(ruleset, rule, handled);
        Check(Landlocking.RestrictSelf(Landlocking.NumberOfRestrictSelf, ruleset.DangerousGetHandle(), 0), "landlock_restrict_self");
    }

    private static LandlockAccess Handled(int version) =>
        LandlockAccess.Read | LandlockAccess.ReadDirectory | LandlockAccess.Write
        | (version >= VersionWithDevices ? LandlockAccess.ControlDevice : LandlockAccess.None);

    private static SafeFileHandle Create(int version, LandlockAccess handled)
    {
        // Files, network ports (none of our business), scopes.
        var attributes = stackalloc ulong[3] { (ulong)handled, 0, version >= ScopesVersion ? AllScopes : 0 };
        var words = version >= ScopesVersion ? 3 : version >= VersionWithNetwork ? 2 : 1;
        var ruleset = Landlocking.CreateRuleset(Landlocking.NumberOfCreateRuleset, attributes, (nuint)(words * sizeof(ulong)), 0);
        return new SafeFileHandle(Check(ruleset, "landlock_create_ruleset"), ownsHandle: true);
    }

    private static void Add(SafeFileHandle ruleset, LandlockRule rule, LandlockAccess handled)
    {
        var opened = Landlocking.Open(rule.Path, Landlocking.OpenPathOnly);
        // What has gone since the rules were written needs no grant.
        if (opened < 0 && Marshal.GetLastPInvokeError() == Errno.NoEntry)
            return;
        using var place = new SafeFileHandle(Check(opened, rule.Path), ownsHandle: true);
        var access = rule.Access & handled & (Directory.Exists(rule.Path) ? (LandlockAccess)ulong.MaxValue : LandlockAccess.OfFiles);
        if (access == LandlockAccess.None)
            return;
        var bytes = stackalloc byte[RuleSize];
        var words = new Span<byte>(bytes, RuleSize);
        BinaryPrimitives.WriteUInt64LittleEndian(words, (ulong)access);
        BinaryPrimitives.WriteInt32LittleEndian(words[sizeof(ulong)..], (int)place.DangerousGetHandle());
        Check(Landlocking.AddRule(Landlocking.NumberOfAddRule, ruleset.DangerousGetHandle(), Landlocking.RuleOfPath, bytes, 0), rule.Path);
    }

    private static nint Check(nint result, string step) =>
        result >= 0 ? result : throw new IOException($"{step}: {Marshal.GetLastPInvokeErrorMessage()}");
}
