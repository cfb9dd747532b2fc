using System.Collections.Immutable;
using Codex.Formats.Starlark.Evaluation;
using Codex.Formats.Starlark.Library;
using Codex.Formats.Starlark.Syntax;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark;

/// <summary>
/// A program in Starlark, the configuration dialect of Python. Statements, functions, comprehensions and format strings are there;
/// <c>load</c>, sets, structs and numbers beyond 64 bits are not. A program cannot run forever: steps, calls and sizes are bounded.
/// </summary>
public sealed class StarlarkProgram
{
    private readonly StarlarkSource _source;
    private readonly ImmutableArray<Statement> _statements;

    private StarlarkProgram(StarlarkSource source)
    {
        _source = source;
        _statements = StatementParser.Parse(source);
    }

    /// <summary>Reads a program.</summary>
    /// <param name="source">Its text.</param>
    /// <exception cref="StarlarkException">The text is no program.</exception>
    public static StarlarkProgram Parse(StarlarkSource source) => new(source);

    /// <summary>Runs the program from the start.</summary>
    /// <param name="functions">Functions beside the standard ones.</param>
    /// <exception cref="StarlarkException">It fails.</exception>
    public void Run(IEnumerable<StarlarkNative> functions)
    {
        ArgumentNullException.ThrowIfNull(functions);
        var globals = new Dictionary<string, StarlarkValue>(StandardFunctions.All());
        foreach (var function in functions)
            globals[function.Name] = function;
        new Resolver(_source).Check(_statements, globals.Keys);
        new Interpreter(_source).Run(_statements, globals);
    }
}
