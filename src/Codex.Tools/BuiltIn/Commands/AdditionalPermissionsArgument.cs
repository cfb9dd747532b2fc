using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.Permissions;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>The argument with which a command asks for more than its sandbox allows.</summary>
internal static class AdditionalPermissionsArgument
{
    internal const string Name = "additional_permissions";

    private static readonly JsonField[] s_parts =
    [
        new("network", JsonShape.RecordOf("NetworkPermissions", new JsonField("enabled", JsonShape.Boolean, JsonFieldPresence.Nullable)), JsonFieldPresence.Nullable),
        new(
            "file_system",
            JsonShape.RecordOf(
                "FileSystemPermissions",
                new("read", JsonShape.ListOf(JsonShape.Text), JsonFieldPresence.Nullable),
                new("write", JsonShape.ListOf(JsonShape.Text), JsonFieldPresence.Nullable)),
            JsonFieldPresence.Nullable),
    ];

    internal static JsonShape Shape { get; } = JsonShape.RecordOf("AdditionalPermissionProfile", [.. s_parts]);

    /// <summary>The shape where nothing else may be said.</summary>
    internal static JsonShape StrictShape { get; } = JsonShape.StrictRecordOf("RequestPermissionProfile", [.. s_parts]);

    internal static Schema Schema { get; } =
        Describe("What the command needs beyond its sandbox. Only with `sandbox_permissions: \"with_additional_permissions\"`.");

    /// <summary>The schema of permissions.</summary>
    internal static Schema Describe(string description) => Record(
        description,
        ("file_system", Record(
            "Files and directories.",
            ("read", Schemas.Schema.List("What to read, as absolute paths.", Schemas.Schema.Text(null))),
            ("write", Schemas.Schema.List("What to write, as absolute paths.", Schemas.Schema.Text(null))))),
        ("network", Record("The network.", ("enabled", Schemas.Schema.Boolean("Whether it is needed.")))));

    /// <summary>Reads it; null when it is missing.</summary>
    /// <param name="root">The arguments.</param>
    /// <param name="directory">Where relative paths start; absolute.</param>
    internal static AdditionalPermissionProfile? Read(JsonElement root, string directory) =>
        root.TryGetProperty(Name, out var asked) && asked.ValueKind is JsonValueKind.Object ? ReadProfile(asked, directory) : null;

    /// <summary>Reads permissions.</summary>
    /// <param name="asked">The object that names them.</param>
    /// <param name="directory">Where relative paths start; absolute.</param>
    internal static AdditionalPermissionProfile ReadProfile(JsonElement asked, string directory)
    {
        bool? network = asked.TryGetProperty("network", out var part) && part.ValueKind is JsonValueKind.Object ? part.Flag("enabled") : null;
        FileSystemSandboxEntry[] entries = asked.TryGetProperty("file_system", out var files) && files.ValueKind is JsonValueKind.Object
            ? [.. Entries(files, "read", FileSystemAccessMode.Read, directory), .. Entries(files, "write", FileSystemAccessMode.Write, directory)]
            : [];
        return new AdditionalPermissionProfile(
            network is null ? null : new NetworkPermissions(network), entries.Length is 0 ? null : new FileSystemPermissions(entries));
    }

    private static IEnumerable<FileSystemSandboxEntry> Entries(JsonElement files, string name, FileSystemAccessMode access, string directory) =>
        files.TryGetProperty(name, out var paths) && paths.ValueKind is JsonValueKind.Array
            ? paths.EnumerateArray().Select(path => Path.GetFullPath(path.GetString()!, directory)).Distinct(StringComparer.Ordinal)
                .Select(path => new FileSystemSandboxEntry(new FileSystemPath.Absolute(path), access))
            : [];

    private static Schema Record(string description, params ReadOnlySpan<(string Name, Schema Schema)> properties) =>
        Schemas.Schema.Object(default, properties) with { Description = description };
}
