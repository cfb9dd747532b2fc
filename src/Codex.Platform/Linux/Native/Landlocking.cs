using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>linux/landlock.h</c>; the numbers of the calls are the same on every processor.</summary>
internal static unsafe partial class Landlocking
{
    internal const nint NumberOfCreateRuleset = 444;
    internal const nint NumberOfAddRule = 445;
    internal const nint NumberOfRestrictSelf = 446;
    internal const uint AskForVersion = 1;
    internal const int RuleOfPath = 1;
    internal const int OpenPathOnly = 0x200000 | 0x80000;

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint CreateRuleset(nint number, ulong* attributes, nuint size, nuint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint AddRule(nint number, nint ruleset, nint kind, byte* rule, nuint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint RestrictSelf(nint number, nint ruleset, nuint flags);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags);
}
