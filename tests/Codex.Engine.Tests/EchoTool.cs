using Codex.Tools;
using Codex.Tools.Schemas;

namespace Codex.Engine.Tests;

/// <summary>A tool for tests: answers with its arguments once it is let go.</summary>
internal sealed class EchoTool(string name, bool parallel, Task? gate = null) : ITool
{
    private int _calls;

    public ToolName Name { get; } = new(name);

    public bool RunsInParallel => parallel;

    /// <summary>How often the tool was called.</summary>
    public int Calls => _calls;

    /// <summary>Completes when the tool is called for the first time.</summary>
    public TaskCompletionSource Called { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ToolSpec Describe(ToolContext context) => ToolSpec.Function(name, "Echoes.", Schema.Object([]));

    public async ValueTask<ToolOutput> InvokeAsync(ToolCall call, IToolHost host, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        Called.TrySetResult();
        if (gate is not null)
            await gate.WaitAsync(cancellationToken);
        return ToolOutput.OfText(((ToolPayload.Function)call.Payload).Arguments);
    }
}
