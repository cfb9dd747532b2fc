using System.Collections.Immutable;
using Codex.Execution.Network.Http;
using Codex.Platform.Environment;

namespace Codex.Execution.Network.Inspection;

/// <summary>The hooks of all hosts, ready to be asked.</summary>
internal sealed class HookedHosts
{
    private readonly Dictionary<string, List<(InspectionHook Hook, HeaderChanges Changes)>> _hooks = new(StringComparer.Ordinal);

    /// <exception cref="NetworkProxyException">A secret that a hook puts in cannot be had.</exception>
    internal HookedHosts(ImmutableArray<InspectionHook> hooks, HostEnvironment host)
    {
        foreach (var hook in hooks)
        {
            if (!_hooks.TryGetValue(hook.Host, out var known))
                _hooks[hook.Host] = known = [];
            known.Add((hook, HeaderChanges.Of(hook, host)));
        }
    }

    /// <summary>Whether a host has hooks.</summary>
    internal bool Contains(string host) => _hooks.ContainsKey(host);

    /// <summary>What the first hook that takes a request does to it; null when the host has hooks and none takes it.</summary>
    internal HeaderChanges? ChangesFor(string host, string target, HttpHead head)
    {
        if (!_hooks.TryGetValue(host, out var hooks))
            return HeaderChanges.None;
        var path = new RequestPath(target);
        if (path.IsAmbiguous)
            return null;
        foreach (var (hook, changes) in hooks)
        {
            if (Takes(hook, path, head))
                return changes;
        }

        return null;
    }

    private static bool Takes(InspectionHook hook, RequestPath path, HttpHead head)
    {
        if (!hook.Methods.Contains(head.StartLine[0], StringComparer.OrdinalIgnoreCase))
            return false;
        var isPath = false;
        foreach (var pattern in hook.Paths)
            isPath |= pattern.MatchesPath(path.Path);
        if (!isPath)
            return false;
        foreach (var (name, values) in hook.Query)
        {
            if (!path.Has(name, values.AsSpan()))
                return false;
        }

        foreach (var (name, values) in hook.Headers)
        {
            if (!Has(head, name, values))
                return false;
        }

        return true;
    }

    private static bool Has(HttpHead head, string name, ImmutableArray<HookPattern> values)
    {
        foreach (var header in head.Headers)
        {
            if (header.Is(name) && (values.IsEmpty || values.Any(pattern => pattern.Matches(header.Value))))
                return true;
        }

        return false;
    }
}
