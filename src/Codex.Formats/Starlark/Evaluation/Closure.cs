using System.Collections.Immutable;
using Codex.Formats.Starlark.Syntax;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>A function of the program.</summary>
/// <param name="name">Its name.</param>
/// <param name="parameters">Its parameters, and the values of those that may be left out.</param>
/// <param name="body">Its statements.</param>
/// <param name="scope">Where it was defined.</param>
internal sealed class Closure(string name, ImmutableArray<(Parameter Parameter, StarlarkValue? Default)> parameters, ImmutableArray<Statement> body, Scope scope)
    : StarlarkFunction(name)
{
    public ImmutableArray<Statement> Body => body;

    /// <summary>The names of the function and their values at the start of a call.</summary>
    /// <exception cref="StarlarkException">The arguments do not fit.</exception>
    public Scope Bind(StarlarkArguments arguments)
    {
        var local = new Scope(scope);
        var named = new OrderedDictionary<string, StarlarkValue>(arguments.Named);
        var next = 0;
        foreach (var (parameter, fallback) in parameters)
        {
            if (parameter.Stars is 1)
                local.Set(parameter.Name, new StarlarkTuple([.. arguments.Positional.Skip(next)]));
            else if (parameter.Stars is 2)
                local.Set(parameter.Name, TakeRest(named));
            else if (next < arguments.Positional.Count)
                local.Set(parameter.Name, named.ContainsKey(parameter.Name) ? throw Twice(parameter) : arguments.Positional[next++]);
            else if (named.Remove(parameter.Name, out var value))
                local.Set(parameter.Name, value);
            else
                local.Set(parameter.Name, fallback ?? throw new StarlarkException($"Missing parameter `{parameter.Name}` for call to `{Name}`"));
        }

        CheckRest(arguments, next, named);
        return local;
    }

    private static StarlarkException Twice(Parameter parameter) => new($"Argument `{parameter.Name}` occurs more than once");

    private static StarlarkDictionary TakeRest(OrderedDictionary<string, StarlarkValue> named)
    {
        var rest = new StarlarkDictionary();
        foreach (var (name, value) in named)
            rest.Set(new StarlarkText(name), value);
        named.Clear();
        return rest;
    }

    private void CheckRest(StarlarkArguments arguments, int taken, OrderedDictionary<string, StarlarkValue> named)
    {
        if (taken < arguments.Positional.Count && !parameters.Any(static pair => pair.Parameter.Stars is 1))
            throw new StarlarkException($"Found {arguments.Positional.Count - taken} extra positional argument(s) for call to {Name}");
        if (named.Count > 0)
            throw new StarlarkException($"Found `{string.Join("` `", named.Keys)}` extra named parameter(s) for call to {Name}");
    }
}
