using System.Buffers;
using System.Text.Json;
using Codex.Execution.Patching;
using Codex.Formats.Json;
using Codex.Formats.Patch;

namespace Codex.Tools.BuiltIn.ApplyPatch;

/// <summary>Lets the model edit files by a patch, written as plain text.</summary>
/// <param name="session">Applies patches; shared with the tools that find patches in commands.</param>
public sealed class ApplyPatchTool(PatchSession session) : ITool
{
    private const string Description =
        "Edits files by a patch: adds, changes, moves and deletes them. The input is the patch itself as plain text, never JSON.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("apply_patch");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "custom"u8);
            writer.WriteString("name"u8, Name.Name);
            writer.WriteString("description"u8, Description);
            writer.WriteStartObject("format"u8);
            writer.WriteString("type"u8, "grammar"u8);
            writer.WriteString("syntax"u8, "lark"u8);
            writer.WriteString("definition"u8, PatchGrammar.Lark);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return new ToolSpec(buffer.WrittenMemory);
    }

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Custom custom)
            return ToolOutput.WrongPayload;
        var parsed = PatchParser.Parse(custom.Input);
        if (!parsed.IsValid)
            return PatchSession.Unverified(parsed.Error.ToModelText());
        if (parsed.Document.EnvironmentId is not null)
            return ToolOutput.Failed("apply_patch environment selection is unavailable for this turn");
        var paths = new PatchPaths(host.Settings.WorkingDirectory, host.Settings.Host.HomeDirectory);
        return await session.ApplyAsync(parsed.Document, paths, call.CallId, host, cancellationToken).ConfigureAwait(false);
    }
}
