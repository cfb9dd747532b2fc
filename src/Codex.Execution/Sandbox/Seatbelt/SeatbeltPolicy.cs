using System.Globalization;
using System.Text;
using Codex.Configuration.Ignoring;
using Codex.Execution.Reading;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>
/// Writes permissions as a policy of macOS (<c>sandboxing/src/seatbelt.rs</c>). In such a policy the last rule that fits decides:
/// what is closed for every command comes at the end.
/// </summary>
internal sealed class SeatbeltPolicy
{
    private readonly SeatbeltParameters _parameters = new();
    private readonly FileSystemAccess _access;
    private readonly IReadOnlyList<string> _unreadable;

    private SeatbeltPolicy(FileSystemAccess access)
    {
        _access = access;
        _unreadable = access.UnreadableRoots();
    }

    /// <summary>The arguments of <c>sandbox-exec</c> up to the command: the policy, then its parameters.</summary>
    /// <param name="profile">The permissions.</param>
    /// <param name="context">What named places stand for.</param>
    /// <param name="network">What may be done with the network.</param>
    /// <param name="concealed">Files that no command may read; absolute.</param>
    /// <param name="mark">What the log says with every refusal; null for nothing.</param>
    /// <exception cref="SandboxException">What is to be closed cannot be found out.</exception>
    public static IReadOnlyList<string> Write(
        PermissionProfile profile, PathContext context, SeatbeltNetwork network, IReadOnlyList<string> concealed, string? mark)
    {
        var policy = new SeatbeltPolicy(profile.AccessIn(context));
        string[] sections =
        [
            SeatbeltRules.Base,
            policy.Reads(),
            policy.Writes(),
            policy.DeniedPatterns(),
            network.Write(policy._parameters),
            policy._access.IncludesPlatformDefaults ? SeatbeltRules.Minimal : "",
            policy.Closed(Scan(profile, context), concealed),
        ];
        var text = string.Join('\n', sections.Where(static section => section.Length > 0));
        return ["-p", mark is null ? text : Marked(text, mark), .. policy._parameters.Arguments];
    }

    // Every rule that denies stands on a line of its own.
    private static string Marked(string policy, string mark) => string.Join('\n', policy.Split('\n').Select(line =>
        line.StartsWith("(deny ", StringComparison.Ordinal) ? $"{line[..^1]} (with message \"{mark}\"))" : line));

    private static IgnoredPaths Scan(PermissionProfile profile, PathContext context)
    {
        try
        {
            return IgnoredFiles.For(profile, context).Scan();
        }
        catch (IOException error)
        {
            throw new SandboxException(error.Message, error);
        }
    }

    private string Reads()
    {
        const string Prefix = "READABLE_ROOT";
        if (_access.HasFullDiskRead || _access.ReadableRoots().Contains("/"))
            return _unreadable.Count == 0 ? "(allow file-read*)" : Allow("file-read*", [Root(Prefix, 0, "/", _unreadable, [])]);
        return Allow("file-read*", [.. _access.ReadableRoots().Select((root, index) =>
            Root(Prefix, index, root, [.. _unreadable.Where(path => AbsolutePaths.IsWithin(path, root))], []))]);
    }

    private string Writes()
    {
        const string Prefix = "WRITABLE_ROOT";
        if (_access.HasFullDiskWrite)
            return _unreadable.Count == 0 ? "(allow file-write* (regex #\"^/\"))" : Allow("file-write*", [Root(Prefix, 0, "/", _unreadable, [])]);
        return Allow("file-write*", [.. _access.WritableRoots().Select((root, index) => Root(Prefix, index, root.Root, root.ReadOnlySubpaths, root.ProtectedNames))]);
    }

    private static string Allow(string action, IReadOnlyList<string> roots) => roots.Count == 0 ? "" : $"(allow {action}\n{string.Join('\n', roots)}\n)";

    /// <summary>A directory without some of what is in it.</summary>
    private string Root(string prefix, int number, string root, IReadOnlyList<string> excluded, IReadOnlyList<string> names)
    {
        var path = SeatbeltParameters.Canonical(root);
        var name = _parameters.Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}_{number}"), path);
        if (excluded.Count == 0 && names.Count == 0)
            return $"(subpath (param \"{name}\"))";
        var parts = new StringBuilder($"(require-all (subpath (param \"{name}\"))");
        for (var index = 0; index < excluded.Count; index++)
        {
            var part = _parameters.Add(string.Create(CultureInfo.InvariantCulture, $"{name}_EXCLUDED_{index}"), SeatbeltParameters.Canonical(excluded[index]));
            // The directory itself as well: one that is missing must not be made.
            parts.Append(CultureInfo.InvariantCulture, $" (require-not (literal (param \"{part}\"))) (require-not (subpath (param \"{part}\")))");
        }

        foreach (var entry in names)
            parts.Append(CultureInfo.InvariantCulture, $" (require-not (regex #\"{SeatbeltRegex.Quoted(SeatbeltRegex.Entry(path, entry))}\"))");
        return parts.Append(" )").ToString();
    }

    private string DeniedPatterns()
    {
        var rules = new List<string>();
        foreach (var pattern in _access.UnreadableGlobs())
        {
            foreach (var spelling in Spellings(pattern))
            {
                var regex = SeatbeltRegex.Quoted(SeatbeltRegex.Pattern(spelling));
                rules.Add($"(deny file-read* (regex #\"{regex}\"))");
                rules.Add($"(deny file-write-unlink (regex #\"{regex}\"))");
            }
        }

        return string.Join('\n', rules);
    }

    /// <summary>As written, and with the links of its fixed beginning followed.</summary>
    private static SortedSet<string> Spellings(string pattern)
    {
        var spellings = new SortedSet<string>(StringComparer.Ordinal) { pattern };
        var wildcard = pattern.AsSpan().IndexOfAny("*?[]");
        var end = wildcard < 0 ? pattern.Length : pattern.LastIndexOf('/', wildcard);
        if (end > 0)
            spellings.Add(SeatbeltParameters.Canonical(pattern[..end]) + pattern[end..]);
        return spellings;
    }

    /// <summary>What ignore files name, credentials of the program, and what must stay in its place.</summary>
    private string Closed(IgnoredPaths ignored, IReadOnlyList<string> concealed)
    {
        var rules = new List<string>();
        foreach (var path in (IEnumerable<string>)[.. ignored.Hidden, .. concealed.Select(SeatbeltParameters.Canonical)])
        {
            var name = _parameters.AddNumbered("HIDDEN", path);
            rules.Add($"(deny file-read* file-write* (literal (param \"{name}\")) (subpath (param \"{name}\")))");
        }

        foreach (var path in ignored.Rules)
            rules.Add($"(deny file-write* (literal (param \"{_parameters.AddNumbered("RULES", path)}\")))");
        foreach (var path in ignored.Pinned)
            rules.Add($"(deny file-write-unlink (literal (param \"{_parameters.AddNumbered("PINNED", path)}\")))");
        return string.Join('\n', rules);
    }
}
