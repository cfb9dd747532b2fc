using System.Collections.Immutable;
using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Context;

/// <summary>The <c>filesystem</c> element of the environment context.</summary>
internal static class FileSystemContext
{
    /// <summary>Appends the element.</summary>
    public static void Append(StringBuilder text, PermissionProfile profile, ImmutableArray<string> workspaceRoots)
    {
        text.Append("<filesystem>");
        if (!workspaceRoots.IsDefaultOrEmpty)
        {
            text.Append("<workspace_roots>");
            foreach (var root in workspaceRoots)
                AppendElement(text, "root", root);
            text.Append("</workspace_roots>");
        }

        AppendProfile(text, profile);
        text.Append("</filesystem>");
    }

    private static void AppendProfile(StringBuilder text, PermissionProfile profile)
    {
        switch (profile)
        {
            case PermissionProfile.Disabled:
                text.Append("<permission_profile type=\"disabled\"><file_system type=\"unrestricted\" /></permission_profile>");
                break;
            case PermissionProfile.External:
                text.Append("<permission_profile type=\"external\"><file_system type=\"external\" /></permission_profile>");
                break;
            case PermissionProfile.Managed managed:
                text.Append("<permission_profile type=\"managed\">");
                AppendManaged(text, managed.FileSystem);
                text.Append("</permission_profile>");
                break;
        }
    }

    private static void AppendManaged(StringBuilder text, ManagedFileSystemPermissions permissions)
    {
        if (permissions is not ManagedFileSystemPermissions.Restricted restricted)
        {
            text.Append("<file_system type=\"unrestricted\" />");
            return;
        }

        text.Append("<file_system type=\"restricted\"");
        if (restricted.Entries.Count == 0 && restricted.GlobScanMaxDepth is null)
        {
            text.Append(" />");
            return;
        }

        if (restricted.GlobScanMaxDepth is { } depth)
            text.Append($" glob_scan_max_depth=\"{depth}\"");
        text.Append('>');
        foreach (var entry in restricted.Entries.Distinct())
            AppendEntry(text, entry);
        text.Append("</file_system>");
    }

    private static void AppendEntry(StringBuilder text, FileSystemSandboxEntry entry)
    {
        text.Append("<entry access=\"").Append(entry.Access.Value);
        if (entry.Access == FileSystemAccessMode.Deny)
            text.Append("\" escalatable=\"false");
        text.Append("\">");
        switch (entry.Path)
        {
            case FileSystemPath.Absolute path: AppendElement(text, "path", path.Path); break;
            case FileSystemPath.Glob glob: AppendElement(text, "glob", glob.Pattern); break;
            case FileSystemPath.Special special: AppendElement(text, "special", NameOf(special.Value)); break;
        }

        text.Append("</entry>");
    }

    private static string NameOf(FileSystemSpecialPath place)
    {
        var name = place.Kind switch
        {
            "project_roots" => ":workspace_roots",
            "unknown" => place.Path!,
            var kind => ":" + kind,
        };
        return place.Subpath is { } subpath ? $"{name}/{subpath}" : name;
    }

    private static void AppendElement(StringBuilder text, string name, string value)
    {
        text.Append('<').Append(name).Append('>');
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '"' => text.Append("&quot;"),
                '\'' => text.Append("&apos;"),
                _ => text.Append(character),
            };
        }

        text.Append("</").Append(name).Append('>');
    }
}
