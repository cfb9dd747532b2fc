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

    private readonly StarlarkSource _source;
    private readonly Evaluator _evaluator;
    private readonly List<StarlarkFrame> _frames = [];
    private string _caller = "<module>";
    private StarlarkValue _result = StarlarkNone.Instance;
    private int _steps;

    public Interpreter(StarlarkSource source)
    {
        _source = source;
        _evaluator = new Evaluator(this);
    }

    public void Run(ImmutableArray<Statement> statements, IReadOnlyDictionary<string, StarlarkValue> globals)
    {
        var builtIn = new Scope(outer: null);
        foreach (var (name, value) in globals)
            builtIn.Set(name, value);
        RunAll(statements, new Scope(builtIn));
    }

    /// <summary>An error at a place, with the calls under way.</summary>
    public StarlarkException Fail(string message, StarlarkSpan span) => new(message, _source, span, [.. _frames]);

    /// <summary>Counts a step.</summary>
    public void Step(StarlarkSpan span)
    {
        if (++_steps > MaximumSteps)
            throw Fail("the program takes too many steps", span);
    }

    public StarlarkValue Call(StarlarkValue function, params IReadOnlyList<StarlarkValue> arguments) =>
        Call(function, arguments, [], _frames.Count > 0 ? _frames[^1].Span : default);

    /// <summary>Calls a function. Frames of calls that fail stay: the error reports them.</summary>
    public StarlarkValue Call(
        StarlarkValue function, IReadOnlyList<StarlarkValue> positional, IReadOnlyList<KeyValuePair<string, StarlarkValue>> named, StarlarkSpan span)
    {
        if (_frames.Count >= MaximumCalls)
            throw Fail("Starlark call stack overflow", span);
        _frames.Add(new StarlarkFrame(_caller, span));
        var arguments = new StarlarkArguments(positional, named, span, this);
        var value = function switch
        {
            StarlarkNative native => native.Call(arguments),
            Closure closure => RunFunction(closure, arguments),
            _ => throw new StarlarkException($"Operation `call()` not supported on type `{function.TypeName}`"),
        };
        _frames.RemoveAt(_frames.Count - 1);
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
        var around = _caller;
        _caller = function.Name;
        var flow = RunAll(function.Body, scope);
        _caller = around;
        return flow is Flow.Return ? _result : StarlarkNone.Instance;
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
                _evaluator.Evaluate(evaluate.Value, scope);
                return Flow.Next;
            case Statement.Assign assign:
                Assign(assign, scope);
                return Flow.Next;
            case Statement.If branch:
                return RunAll(_evaluator.Evaluate(branch.Condition, scope).IsTrue ? branch.Then : branch.Else, scope);
            case Statement.For loop:
                return RunLoop(loop, scope);
            case Statement.Define define:
                scope.Set(define.Name, _evaluator.Define(define.Name, define.Parameters, define.Body, scope));
                return Flow.Next;
            case Statement.Return answer:
                _result = answer.Value is null ? StarlarkNone.Instance : _evaluator.Evaluate(answer.Value, scope);
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
            ? _evaluator.Evaluate(assign.Value, scope)
            : _evaluator.EvaluateUpdate(assign, scope);
        _evaluator.Assign(assign.Target, value, scope);
    }

    private Flow RunLoop(Statement.For loop, Scope scope)
    {
        foreach (var item in _evaluator.EvaluateElements(loop.Source, loop.Span, scope))
        {
            _evaluator.Assign(loop.Target, item, scope);
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
