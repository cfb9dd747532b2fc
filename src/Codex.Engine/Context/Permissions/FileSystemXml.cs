using System.Globalization;
using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Context.Permissions;

/// <summary>The <c>&lt;filesystem&gt;</c> element: workspace roots and the entries of the profile, on one line.</summary>
internal static class FileSystemXml
{
    public static string Render(PermissionProfile profile, IReadOnlyList<string> workspaceRoots)
    {
        var xml = new StringBuilder("<filesystem>");
        if (workspaceRoots.Count > 0)
        {
            xml.Append("<workspace_roots>");
            foreach (var root in workspaceRoots)
            {
                AppendElement(xml, "root", root);
            }

            xml.Append("</workspace_roots>");
        }

        AppendProfile(xml, profile.WithWorkspaceRoots(workspaceRoots));
        return xml.Append("</filesystem>").ToString();
    }

    private static void AppendProfile(StringBuilder xml, PermissionProfile profile)
    {
        var (type, fileSystem) = profile switch
        {
            PermissionProfile.Disabled => ("disabled", "unrestricted"),
            PermissionProfile.External => ("external", "external"),
            PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Unrestricted } => ("managed", "unrestricted"),
            _ => ("managed", "restricted"),
        };
        xml.Append("<permission_profile type=\"").Append(type).Append("\"><file_system type=\"").Append(fileSystem).Append('"');
        if (profile is PermissionProfile.Managed { FileSystem: ManagedFileSystemPermissions.Restricted restricted } && !IsEmpty(restricted))
        {
            AppendEntries(xml, restricted);
        }
        else
        {
            xml.Append(" />");
        }

        xml.Append("</permission_profile>");
    }

    private static bool IsEmpty(ManagedFileSystemPermissions.Restricted restricted) =>
        restricted.Entries.Count == 0 && restricted.GlobScanMaxDepth is null;

    private static void AppendEntries(StringBuilder xml, ManagedFileSystemPermissions.Restricted restricted)
    {
        if (restricted.GlobScanMaxDepth is { } depth)
        {
            xml.Append(CultureInfo.InvariantCulture, $" glob_scan_max_depth=\"{depth}\"");
        }

        xml.Append('>');
        var written = new HashSet<FileSystemSandboxEntry>();
        foreach (var entry in restricted.Entries)
        {
            if (written.Add(entry))
            {
                AppendEntry(xml, entry);
            }
        }

        xml.Append("</file_system>");
    }

    private static void AppendEntry(StringBuilder xml, FileSystemSandboxEntry entry)
    {
        xml.Append("<entry access=\"").Append(entry.Access.Value).Append('"');
        xml.Append(entry.Access.CanRead ? ">" : " escalatable=\"false\">");
        switch (entry.Path)
        {
            case FileSystemPath.Absolute absolute:
                AppendElement(xml, "path", absolute.Path);
                break;
            case FileSystemPath.Glob glob:
                AppendElement(xml, "glob", glob.Pattern);
                break;
            case FileSystemPath.Special special:
                AppendElement(xml, "special", Name(special.Value));
                break;
        }

        xml.Append("</entry>");
    }

    private static string Name(FileSystemSpecialPath place)
    {
        var name = place.IsUnknown ? place.Path! : place.IsProjectRoots ? ":workspace_roots" : ":" + place.Kind;
        return place.Subpath is null ? name : $"{name}/{place.Subpath}";
    }

    private static void AppendElement(StringBuilder xml, string name, string value)
    {
        xml.Append('<').Append(name).Append('>');
        foreach (var character in value)
        {
            _ = character switch
            {
                '&' => xml.Append("&amp;"),
                '<' => xml.Append("&lt;"),
                '>' => xml.Append("&gt;"),
                '"' => xml.Append("&quot;"),
                '\'' => xml.Append("&apos;"),
                _ => xml.Append(character),
            };
        }

        xml.Append("</").Append(name).Append('>');
    }
}
