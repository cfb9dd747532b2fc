using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Names and their values; what is not here is looked for outside.</summary>
internal sealed class Scope(Scope? outer)
{
    private readonly Dictionary<string, StarlarkValue> _values = [];

    public StarlarkValue? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._values.TryGetValue(name, out var value))
                return value;
        }

        return null;
    }

    public void Set(string name, StarlarkValue value) => _values[name] = value;

    private Scope? Outer => outer;
}
