using System.Text.Json;
using System.Text.Json.Serialization;
using Codex.Protocol.Permissions;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>The app-server's form of a sandbox policy: camelCase, where the engine writes kebab-case types and snake_case members.</summary>
public sealed class SandboxPolicyWireConverter : JsonConverter<SandboxPolicy>
{
    /// <inheritdoc/>
    public override SandboxPolicy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return Text(root, "type") switch
        {
            "dangerFullAccess" => new SandboxPolicy.DangerFullAccess(),
            "readOnly" => new SandboxPolicy.ReadOnly(Flag(root, "networkAccess")),
            "externalSandbox" => new SandboxPolicy.ExternalSandbox(
                Text(root, "networkAccess") == "enabled" ? NetworkAccess.Enabled : NetworkAccess.Restricted),
            "workspaceWrite" => new SandboxPolicy.WorkspaceWrite(
                Roots(root), Flag(root, "networkAccess"), Flag(root, "excludeTmpdirEnvVar"), Flag(root, "excludeSlashTmp")),
            var other => throw new JsonException($"unknown variant `{other}` of SandboxPolicy"),
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SandboxPolicy value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case SandboxPolicy.DangerFullAccess:
                writer.WriteString("type"u8, "dangerFullAccess"u8);
                break;
            case SandboxPolicy.ReadOnly readOnly:
                writer.WriteString("type"u8, "readOnly"u8);
                writer.WriteBoolean("networkAccess"u8, readOnly.NetworkAccess);
                break;
            case SandboxPolicy.ExternalSandbox external:
                writer.WriteString("type"u8, "externalSandbox"u8);
                writer.WriteString("networkAccess"u8, external.NetworkAccess.Value);
                break;
            case SandboxPolicy.WorkspaceWrite workspace:
                WriteWorkspace(writer, workspace);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteWorkspace(Utf8JsonWriter writer, SandboxPolicy.WorkspaceWrite value)
    {
        writer.WriteString("type"u8, "workspaceWrite"u8);
        writer.WriteStartArray("writableRoots"u8);
        foreach (var root in value.WritableRoots)
            writer.WriteStringValue(root);
        writer.WriteEndArray();
        writer.WriteBoolean("networkAccess"u8, value.NetworkAccess);
        writer.WriteBoolean("excludeTmpdirEnvVar"u8, value.ExcludeTmpdirEnvVar);
        writer.WriteBoolean("excludeSlashTmp"u8, value.ExcludeSlashTmp);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static List<string> Roots(JsonElement element)
    {
        List<string> roots = [];
        if (element.TryGetProperty("writableRoots", out var array))
        {
            foreach (var root in array.EnumerateArray())
                roots.Add(root.GetString() ?? throw new JsonException("a writable root is no string"));
        }

        return roots;
    }
}
