using System.Collections.Immutable;

namespace Codex.Tools;

/// <summary>The tools of a turn: what is offered to the model, in order, and who takes a call.</summary>
public sealed class ToolRouter
{
    private readonly Dictionary<ToolName, ITool> _byName;

    /// <summary>Creates the router.</summary>
    /// <param name="offered">Tools the model sees, in wire order.</param>
    /// <param name="hidden">Tools that answer calls but are not offered.</param>
    /// <param name="hosted">Specifications of tools that the server runs; offered last.</param>
    /// <param name="context">What descriptions may depend on.</param>
    public ToolRouter(ImmutableArray<ITool> offered, ImmutableArray<ITool> hidden, ImmutableArray<ToolSpec> hosted, ToolContext context)
    {
        _byName = new Dictionary<ToolName, ITool>(offered.Length + hidden.Length);
        foreach (var tool in hidden)
            _byName[tool.Name] = tool;
        foreach (var tool in offered)
            _byName[tool.Name] = tool;
        Specs = [.. offered.Select(tool => tool.Describe(context).Json), .. hosted.Select(static spec => spec.Json)];
    }

    /// <summary>The specifications, in wire order.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Specs { get; }

    /// <summary>The tool that takes a call, or null.</summary>
    public ITool? Find(ToolName name) => _byName.GetValueOrDefault(name);
}
