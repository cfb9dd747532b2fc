using System.Collections.Immutable;
using System.Globalization;
using Codex.Configuration.Sections;
using Codex.Execution.Network.Http;
using Codex.Execution.Network.Rules;

namespace Codex.Execution.Network.Inspection;

/// <summary>Makes hooks of <c>[permissions.x.network.mitm]</c>; errors name their place as 0.136.0 does.</summary>
public static class InspectionHooks
{
    /// <summary>The hooks in the order of the configuration.</summary>
    /// <exception cref="InvalidHookException">One cannot be followed.</exception>
    public static ImmutableArray<InspectionHook> Read(InterceptionSection? section)
    {
        var actions = section?.Actions ?? new Dictionary<string, InterceptionActionSection>();
        return [.. (section?.Hooks ?? new Dictionary<string, InterceptionHookSection>()).Select((hook, index) => Read(hook.Key, hook.Value, index, actions))];
    }

    private static InspectionHook Read(string name, InterceptionHookSection hook, int index, IReadOnlyDictionary<string, InterceptionActionSection> actions)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"network.mitm_hooks[{index}]");
        if (hook.Body is not null)
            throw new InvalidHookException($"{place}.match.body is reserved for a future release and is not yet supported");
        var chosen = hook.Action.Select(action => actions.GetValueOrDefault(action)
            ?? throw new InvalidHookException($"network.mitm.hooks.{name}.action references undefined action `{action}`")).ToArray();
        return new InspectionHook
        {
            Host = Host(hook.Host) ?? throw Invalid("host"),
            Methods = [.. Filled(hook.Methods, "match.methods").Select(method => Method(method) ?? throw Invalid("match.methods"))],
            Paths = Patterns(Filled(hook.PathPrefixes, "match.path_prefixes"), "match.path_prefixes"),
            Query = Constraints(hook.Query, "match.query", static (key, values) => key.Length > 0 && values.Count > 0),
            Headers = Constraints(hook.Headers, "match.headers", static (key, _) => HttpHeader.IsName(key)),
            Strips = [.. chosen.SelectMany(static action => action.StripRequestHeaders).Select(header => HttpHeader.IsName(header) ? header : throw Invalid("actions.strip_request_headers"))],
            Injects = [.. chosen.SelectMany(static action => action.InjectRequestHeaders).Select(header => Injected(header) ?? throw Invalid("actions.inject_request_headers"))],
        };

        InvalidHookException Invalid(string part) => new($"invalid {place}.{part}");

        IReadOnlyList<string> Filled(IReadOnlyList<string> values, string part) =>
            values.Count > 0 ? values : throw new InvalidHookException($"{place}.{part} must not be empty");

        ImmutableArray<HookPattern> Patterns(IReadOnlyList<string> values, string part)
        {
            try
            {
                ImmutableArray<HookPattern> patterns = [.. values.Select(HookPattern.Parse)];
                return part is not "match.path_prefixes" || patterns.All(static pattern => !pattern.IsEmpty) ? patterns : throw Invalid(part);
            }
            catch (InvalidHookException)
            {
                throw Invalid(part);
            }
        }

        ImmutableArray<(string, ImmutableArray<HookPattern>)> Constraints(
            IReadOnlyDictionary<string, IReadOnlyList<string>>? values, string part, Func<string, IReadOnlyList<string>, bool> isValid) =>
            [.. (values ?? new Dictionary<string, IReadOnlyList<string>>()).Select(entry => isValid(entry.Key, entry.Value) ? (entry.Key, Patterns(entry.Value, part)) : throw Invalid(part))];
    }

    private static string? Host(string text)
    {
        if (!HostName.TryParseAuthority(text, defaultPort: 1, out var host, out _))
            host = HostName.Normalize(text);
        return host.Length > 0 && !host.Contains('*', StringComparison.Ordinal) ? host : null;
    }

    private static string? Method(string text) => text.Trim() is { Length: > 0 } method ? method.ToUpperInvariant() : null;

    private static InjectedHeader? Injected(InjectedHeaderSection header) => HttpHeader.IsName(header.Name) && HasOneSource(header)
        ? new(header.Name, header.SecretEnvVar, header.SecretFile, header.Prefix ?? "")
        : null;

    private static bool HasOneSource(InjectedHeaderSection header) => header switch
    {
        { SecretEnvVar: { } variable, SecretFile: null } => !string.IsNullOrWhiteSpace(variable),
        { SecretEnvVar: null, SecretFile: { } file } => Path.IsPathFullyQualified(file),
        _ => false,
    };
}
