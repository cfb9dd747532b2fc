using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Context.Permissions;

/// <summary>
/// Tells the model what its commands may do and when to ask: the tag, the order of the sections and the lines of roots,
/// prefixes and denials are the original's (<c>core/src/context/permissions_instructions.rs</c>), the prose is ours.
/// </summary>
public static class PermissionsInstructions
{
    /// <summary>The tag before the text; recorded messages are recognised by it.</summary>
    public const string OpenTag = "<permissions instructions>";

    /// <summary>The tag after the text.</summary>
    public const string CloseTag = "</permissions instructions>";

    /// <summary>Renders the fragment, tags included.</summary>
    public static string Render(PermissionsInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var access = input.Profile.AccessIn(input.Paths);
        var roots = access.WritableRoots();
        var text = new StringBuilder(OpenTag);
        Append(text, SandboxText(access, roots, input.Profile.Network()));
        Append(text, ApprovalInstructions.Render(input));
        Append(text, RootsText(roots));
        Append(text, DenialsText(access));
        return (text[^1] == '\n' ? text : text.Append('\n')).Append(CloseTag).ToString();
    }

    private static void Append(StringBuilder text, string? section)
    {
        if (section is not null)
        {
            text.Append(text[^1] == '\n' ? string.Empty : "\n").Append(section);
        }
    }

    private static string SandboxText(FileSystemAccess access, IReadOnlyList<WritableRoot> roots, NetworkSandboxPolicy network)
    {
        var (mode, meaning) = access.HasFullDiskWrite
            ? ("danger-full-access", "commands run without a file-system sandbox and may touch any file.")
            : roots.Count == 0
                ? ("read-only", "commands may read files but change none.")
                : ("workspace-write", "commands may read files, and change files in `cwd` and in the `writable_roots`. Changing files elsewhere needs approval.");
        return $"A sandbox decides which files your commands can reach. `sandbox_mode` is `{mode}`: {meaning} Network access is {network.Value}.";
    }

    private static string? RootsText(IReadOnlyList<WritableRoot> roots)
    {
        // By components: a directory comes before what is below it, and that before its longer siblings.
        string[] names = [.. roots.Select(static root => root.Root).OrderBy(static path => path.Replace('/', '\0'), StringComparer.Ordinal).Select(static path => $"`{path}`")];
        return names.Length switch
        {
            0 => null,
            1 => $" The writable root is {names[0]}.",
            _ => $" The writable roots are {string.Join(", ", names)}.",
        };
    }

    private static string? DenialsText(FileSystemAccess access)
    {
        var lines = new StringBuilder();
        foreach (var root in access.UnreadableRoots())
        {
            lines.Append("\n- path `").Append(root).Append('`');
        }

        foreach (var pattern in access.UnreadableGlobs())
        {
            lines.Append("\n- glob `").Append(pattern).Append('`');
        }

        return lines.Length == 0
            ? null
            : "## Denied filesystem reads\nThe user's permissions hide these paths on purpose. Work without them; asking for escalation or more permissions to read them is pointless." + lines;
    }
}
