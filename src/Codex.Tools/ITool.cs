namespace Codex.Tools;

/// <summary>
/// Something the model can call. One instance serves a thread; it must not keep state of a turn.
/// Expected failures are outputs that tell the model what to do; exceptions other than cancellation are defects.
/// </summary>
public interface ITool
{
    /// <summary>How the model calls it.</summary>
    ToolName Name { get; }

    /// <summary>Exactly what the model sees.</summary>
    ToolSpec Describe(ToolContext context);

    /// <summary>Whether calls may run beside other parallel-safe calls of the same response; others run alone.</summary>
    bool RunsInParallel { get; }

    /// <summary>Runs one call. Cancellation must end everything the call started except background sessions.</summary>
    ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken);
}
