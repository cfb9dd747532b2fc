using System.Collections.Immutable;

namespace Codex.Formats.Starlark.Values;

/// <summary>The arguments of a call of a native function.</summary>
/// <param name="Positional">Arguments without names.</param>
/// <param name="Named">Arguments with names, in order; no name twice.</param>
/// <param name="Call">Where the call stands.</param>
/// <param name="Interpreter">Calls functions that are arguments.</param>
public sealed record StarlarkArguments(
    IReadOnlyList<StarlarkValue> Positional, IReadOnlyList<KeyValuePair<string, StarlarkValue>> Named, StarlarkSpan Call, IStarlarkInterpreter Interpreter)
{
    /// <summary>Puts the arguments to the names of parameters.</summary>
    /// <param name="function">The name of the function, for errors.</param>
    /// <param name="required">How many of the parameters must be given, from the first on.</param>
    /// <param name="parameters">The names, in order.</param>
    /// <returns>The arguments in the order of the parameters; null for those that were left out.</returns>
    /// <exception cref="StarlarkException">They do not fit.</exception>
    public StarlarkValue?[] Bind(string function, int required, params ImmutableArray<string> parameters)
    {
        if (Positional.Count > parameters.Length)
            throw new StarlarkException($"Found {Positional.Count - parameters.Length} extra positional argument(s) for call to {function}");
        var bound = new StarlarkValue?[parameters.Length];
        for (var index = 0; index < Positional.Count; index++)
            bound[index] = Positional[index];
        List<string> unknown = [];
        foreach (var (name, value) in Named)
        {
            if (parameters.IndexOf(name) is not (>= 0 and var index))
                unknown.Add(name);
            else
                bound[index] = bound[index] is null ? value : throw new StarlarkException($"Argument `{name}` occurs more than once");
        }

        if (Array.IndexOf(bound, null, 0, required) is >= 0 and var missing)
            throw new StarlarkException($"Missing parameter `{parameters[missing]}` for call to `{function}`");
        return unknown.Count is 0 ? bound : throw new StarlarkException($"Found `{string.Join("` `", unknown)}` extra named parameter(s) for call to {function}");
    }

    /// <summary>The arguments of a function that takes no names.</summary>
    /// <param name="minimum">How many it takes at least.</param>
    /// <param name="maximum">How many it takes at most.</param>
    /// <exception cref="StarlarkException">There are more or fewer.</exception>
    public IReadOnlyList<StarlarkValue> Take(int minimum, int maximum)
    {
        if (Named.Count > 0)
            throw new StarlarkException($"Found `{Named[0].Key}` extra named parameter(s)");
        if (Positional.Count >= minimum && Positional.Count <= maximum)
            return Positional;
        var expected = minimum == maximum ? $"{minimum}" : $"{minimum} to {maximum}";
        throw new StarlarkException($"Wrong number of positional arguments, expected {expected}, got {Positional.Count}");
    }
}
