using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>The wire form of <see cref="SandboxPolicy"/>: an object with the tag <c>type</c>.</summary>
public sealed class SandboxPolicyConverter : TaggedConverter<SandboxPolicy>
{
    /// <inheritdoc/>
    protected override SandboxPolicy Parse(JsonElement element) => element.RequiredText("type") switch
    {
        "danger-full-access" => new SandboxPolicy.DangerFullAccess(),
        "read-only" => new SandboxPolicy.ReadOnly(element.Flag("network_access")),
        "external-sandbox" => new SandboxPolicy.ExternalSandbox(ParseNetwork(element.OptionalText("network_access"))),
        "workspace-write" => new SandboxPolicy.WorkspaceWrite(
            element.Optional("writable_roots")?.List(root => root.Text()) ?? [],
            element.Flag("network_access"),
            element.Flag("exclude_tmpdir_env_var"),
            element.Flag("exclude_slash_tmp")),
        var other => throw JsonElementReading.UnknownVariant(other),
    };

    /// <inheritdoc/>
    protected override void WriteValue(Utf8JsonWriter writer, SandboxPolicy value)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, value.Name);
        switch (value)
        {
            case SandboxPolicy.ReadOnly { NetworkAccess: true }:
                writer.WriteBoolean("network_access"u8, true);
                break;
            case SandboxPolicy.ExternalSandbox external:
                writer.WriteString("network_access"u8, external.NetworkAccess.Value);
                break;
            case SandboxPolicy.WorkspaceWrite workspace:
                WriteWorkspace(writer, workspace);
                break;
        }

        writer.WriteEndObject();
    }

    private static NetworkAccess ParseNetwork(string? text) => text is null
        ? NetworkAccess.Restricted
        : NetworkAccess.Find(text) ?? throw JsonElementReading.UnknownVariant(text);

    private static void WriteWorkspace(Utf8JsonWriter writer, SandboxPolicy.WorkspaceWrite workspace)
    {
        if (workspace.WritableRoots.Count > 0)
        {
            writer.WriteStartArray("writable_roots"u8);
            foreach (var root in workspace.WritableRoots)
            {
                writer.WriteStringValue(root);
            }

            writer.WriteEndArray();
        }

        writer.WriteBoolean("network_access"u8, workspace.NetworkAccess);
        writer.WriteBoolean("exclude_tmpdir_env_var"u8, workspace.ExcludeTmpdirEnvVar);
        writer.WriteBoolean("exclude_slash_tmp"u8, workspace.ExcludeSlashTmp);
    }
}
