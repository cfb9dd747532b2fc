using System.Collections.Immutable;
using Codex.Formats.Starlark.Syntax;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Runs statements and calls functions, within bounds.</summary>
internal sealed class Interpreter : IStarlarkInterpreter
{
    private const int MaximumCalls = 49;
    private const int MaximumSteps = 2_000_000;
    private const int MaximumSize = 1_000_000;

    private readonly StarlarkSource source;
    private readonly Evaluator evaluator;
    private readonly List<StarlarkFrame> frames = [];
    private string caller = "<module>";
    private StarlarkValue result = StarlarkNone.Instance;
    private int steps;

    public Interpreter(StarlarkSource source)
    {
        this.source = source;
        evaluator = new Evaluator(this);
    }

    public void Run(ImmutableArray<Statement> statements, IReadOnlyDictionary<string, StarlarkValue> globals)
    {
        var builtIn = new Scope(outer: null);
        foreach (var (name, value) in globals)
            builtIn.Set(name, value);
        RunAll(statements, new Scope(builtIn));
    }

    /// <summary>An error at a place, with the calls under way.</summary>
    public StarlarkException Fail(string message, StarlarkSpan span) => new(message, source, span, [.. frames]);

    /// <summary>Counts a step.</summary>
    public void Step(StarlarkSpan span)
    {
        if (++steps > MaximumSteps)
            throw Fail("the program takes too many steps", span);
    }

    public StarlarkValue Call(StarlarkValue function, params IReadOnlyList<StarlarkValue> arguments) =>
        Call(function, arguments, [], frames.Count > 0 ? frames[^1].Span : default);

    /// <summary>Calls a function. Frames of calls that fail stay: the error reports them.</summary>
    public StarlarkValue Call(
        StarlarkValue function, IReadOnlyList<StarlarkValue> positional, IReadOnlyList<KeyValuePair<string, StarlarkValue>> named, StarlarkSpan span)
    {
        if (frames.Count >= MaximumCalls)
            throw Fail("Starlark call stack overflow", span);
        frames.Add(new StarlarkFrame(caller, span));
        var arguments = new StarlarkArguments(positional, named, span, this);
        var value = function switch
        {
            StarlarkNative native => native.Call(arguments),
            Closure closure => RunFunction(closure, arguments),
            _ => throw new StarlarkException($"Operation `call()` not supported on type `{function.TypeName}`"),
        };
        frames.RemoveAt(frames.Count - 1);
        return value;
    }

    public void CheckSize(long size)
    {
        if (size > MaximumSize)
            throw new StarlarkException("a value gets too large");
    }

    private StarlarkValue RunFunction(Closure function, StarlarkArguments arguments)
    {
        var scope = function.Bind(arguments);
        var around = caller;
        caller = function.Name;
        var flow = RunAll(function.Body, scope);
        caller = around;
        return flow is Flow.Return ? result : StarlarkNone.Instance;
    }

    private Flow RunAll(ImmutableArray<Statement> statements, Scope scope)
    {
        foreach (var statement in statements)
        {
            if (Run(statement, scope) is not Flow.Next and var flow)
                return flow;
        }

        return Flow.Next;
    }

    private Flow Run(Statement statement, Scope scope)
    {
        Step(statement.Span);
        switch (statement)
        {
            case Statement.Evaluate evaluate:
                evaluator.Evaluate(evaluate.Value, scope);
                return Flow.Next;
            case Statement.Assign assign:
                Assign(assign, scope);
                return Flow.Next;
            case Statement.If branch:
                return RunAll(evaluator.Evaluate(branch.Condition, scope).IsTrue ? branch.Then : branch.Else, scope);
            case Statement.For loop:
                return RunLoop(loop, scope);
            case Statement.Define define:
                scope.Set(define.Name, evaluator.Define(define.Name, define.Parameters, define.Body, scope));
                return Flow.Next;
            case Statement.Return answer:
                result = answer.Value is null ? StarlarkNone.Instance : evaluator.Evaluate(answer.Value, scope);
                return Flow.Return;
            case Statement.Break:
                return Flow.Break;
            case Statement.Continue:
                return Flow.Continue;
            case Statement.Load load:
                throw Fail($"No imports are available, you tried `{load.Module}` (no call to `Evaluator.set_loader`)", load.Span);
            default:
                return Flow.Next;
        }
    }

    private void Assign(Statement.Assign assign, Scope scope)
    {
        var value = assign.Operator is null
            ? evaluator.Evaluate(assign.Value, scope)
            : evaluator.EvaluateUpdate(assign, scope);
        evaluator.Assign(assign.Target, value, scope);
    }

    private Flow RunLoop(Statement.For loop, Scope scope)
    {
        foreach (var item in evaluator.EvaluateElements(loop.Source, loop.Span, scope))
        {
            evaluator.Assign(loop.Target, item, scope);
            var flow = RunAll(loop.Body, scope);
            if (flow is Flow.Return)
                return flow;
            if (flow is Flow.Break)
                break;
        }

        return Flow.Next;
    }

    private enum Flow
    {
        Next,
        Break,
        Continue,
        Return,
    }
}
