using System.Globalization;
using Codex.Execution.Sessions;
using Codex.Protocol.Events;
using Codex.Tools.BuiltIn.Commands;
using Codex.Tools.Schemas;

namespace Codex.Tools.BuiltIn.WriteStdin;

/// <summary>Types into a running command, or reads what it has printed since.</summary>
public sealed class WriteStdinTool(CommandServices services) : ITool
{
    private const string Description =
        "Types into a command that still runs in a session and answers with what it prints next. Without `chars` it only reads.";

    /// <inheritdoc/>
    public ToolName Name { get; } = new("write_stdin");

    /// <inheritdoc/>
    public bool RunsInParallel => false;

    /// <inheritdoc/>
    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(Name.Name, Description, Schema.Object(
        ["session_id"],
        ("chars", Schema.Text("What to type, line ends and control characters included. Default: nothing.")),
        ("max_output_tokens", CommandSchemas.MaximumTokens),
        ("session_id", Schema.Number("The session ID that `exec_command` answered with.")),
        ("yield_time_ms", Schema.Number(
            "How many milliseconds to wait for output: 250 to 30000 after typing, default 250; 5000 to 300000 when only reading."))));

    /// <inheritdoc/>
    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        if (call.Payload is not ToolPayload.Function function)
            return ToolOutput.WrongPayload;
        if (!WriteStdinArguments.TryParse(function.Arguments, out var arguments, out var error))
            return ToolOutput.Failed($"failed to parse function arguments: {error}");
        try
        {
            return await WriteAsync(arguments, host, cancellationToken).ConfigureAwait(false);
        }
        catch (SessionException exception)
        {
            return ToolOutput.Failed($"write_stdin failed: {exception.Message}");
        }
    }

    private async Task<ToolOutput> WriteAsync(WriteStdinArguments arguments, IToolHost host, CancellationToken cancellationToken)
    {
        var answer = await services.Sessions.WriteAsync(arguments.SessionId, arguments.Text, arguments.YieldMilliseconds, cancellationToken).ConfigureAwait(false);

        // Reading from a command that has just ended is no interaction any more.
        if (arguments.Text.Length > 0 || answer.SessionId is not null)
        {
            var session = arguments.SessionId.ToString(CultureInfo.InvariantCulture);
            await host.EmitAsync(new TerminalInteractionEvent(answer.CallId, session, arguments.Text), cancellationToken).ConfigureAwait(false);
        }

        return ToolOutput.OfText(SessionText.Of(answer, arguments.MaximumTokens, host.Settings.Truncation, services.Ids));
    }
}
