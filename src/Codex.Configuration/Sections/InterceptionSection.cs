using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[permissions.x.network.mitm]</c>: which requests are changed, and how (<c>config/src/permissions_toml.rs</c>).</summary>
public sealed record InterceptionSection
{
    /// <summary>Which requests, by name.</summary>
    public IReadOnlyDictionary<string, InterceptionHookSection>? Hooks { get; init; }

    /// <summary>What is done, by name.</summary>
    public IReadOnlyDictionary<string, InterceptionActionSection>? Actions { get; init; }

    internal static InterceptionSection Read(TableReader table)
    {
        table.DenyUnknown("hooks", "actions");
        var section = new InterceptionSection
        {
            Hooks = table.Map("hooks", "struct NetworkMitmHookToml", InterceptionHookSection.Read),
            Actions = table.Map("actions", "struct NetworkMitmActionToml", InterceptionActionSection.Read),
        };
        if (!table.Context.HasProblemHere() && section.Fault() is { } fault)
            table.Context.Report(fault);
        return section;
    }

    internal InterceptionSection Over(InterceptionSection? parent) => new()
    {
        Hooks = Overlay.Merge(parent?.Hooks, Hooks),
        Actions = Overlay.Merge(parent?.Actions, Actions),
    };

    private string? Fault()
    {
        foreach (var (name, action) in Actions ?? new Dictionary<string, InterceptionActionSection>())
        {
            if (action.IsEmpty)
                return $"network.mitm.actions.{name} must define at least one operation";
        }

        foreach (var (name, hook) in Hooks ?? new Dictionary<string, InterceptionHookSection>())
        {
            if (hook.Action.Count == 0)
                return $"network.mitm.hooks.{name}.action must not be empty";
        }

        return null;
    }
}
