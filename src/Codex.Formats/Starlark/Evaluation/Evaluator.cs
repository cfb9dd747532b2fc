using System.Collections.Immutable;
using Codex.Formats.Starlark.Library;
using Codex.Formats.Starlark.Syntax;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Computes expressions and assigns their values.</summary>
internal sealed class Evaluator(Interpreter interpreter)
{
    private readonly Operators _operators = new(interpreter);

    /// <summary>The value of an expression; failures without a place get the place of the innermost expression.</summary>
    public StarlarkValue Evaluate(Expression expression, Scope scope)
    {
        interpreter.Step(expression.Span);
        try
        {
            return Compute(expression, scope);
        }
        catch (StarlarkException failure) when (failure.Program is null)
        {
            throw interpreter.Fail(failure.Message, expression.Span);
        }
    }

    /// <summary>The elements of a value, as they are when a loop starts.</summary>
    public ImmutableArray<StarlarkValue> EvaluateElements(Expression expression, StarlarkSpan span, Scope scope)
    {
        var value = Evaluate(expression, scope);
        return value.Elements is { } elements ? [.. elements] : throw interpreter.Fail($"Operation `(iter)` not supported on type `{value.TypeName}`", span);
    }

    /// <summary>The new value of an assignment with an operator.</summary>
    public StarlarkValue EvaluateUpdate(Statement.Assign assign, Scope scope)
    {
        if (assign.Target is Expression.Name name && scope.Find(name.Text) is null)
            throw interpreter.Fail($"Local variable `{name.Text}` referenced before assignment", assign.Span);
        return Evaluate(new Expression.Binary(assign.Span, assign.Operator!, assign.Target, assign.Value), scope);
    }

    public Closure Define(string name, ImmutableArray<Parameter> parameters, ImmutableArray<Statement> body, Scope scope) => new(
        name,
        [.. parameters.Select(parameter => (parameter, parameter.Default is null ? null : Evaluate(parameter.Default, scope)))],
        body,
        scope);

    public void Assign(Expression target, StarlarkValue value, Scope scope)
    {
        switch (target)
        {
            case Expression.Name name:
                scope.Set(name.Text, value);
                break;
            case Expression.TupleOf tuple:
                Unpack(tuple.Items, target.Span, value, scope);
                break;
            case Expression.ListOf list:
                Unpack(list.Items, target.Span, value, scope);
                break;
            case Expression.Index index:
                SetItem(index, value, scope);
                break;
            default:
                throw interpreter.Fail("cannot assign to this expression", target.Span);
        }
    }

    private void Unpack(ImmutableArray<Expression> targets, StarlarkSpan span, StarlarkValue value, Scope scope)
    {
        var items = value.Elements ?? throw interpreter.Fail($"Operation `(iter)` not supported on type `{value.TypeName}`", span);
        if (items.Count != targets.Length)
            throw interpreter.Fail($"Unpacked {items.Count} values but expected {targets.Length}", span);
        for (var index = 0; index < targets.Length; index++)
            Assign(targets[index], items[index], scope);
    }

    private void SetItem(Expression.Index place, StarlarkValue value, Scope scope)
    {
        var target = Evaluate(place.Target, scope);
        var key = Evaluate(place.Key, scope);
        try
        {
            Subscripts.Set(target, key, value);
        }
        catch (StarlarkException failure) when (failure.Program is null)
        {
            throw interpreter.Fail(failure.Message, place.Span);
        }
    }

    private StarlarkValue Compute(Expression expression, Scope scope) => expression switch
    {
        Expression.Constant constant => constant.Value,
        Expression.Name name => scope.Find(name.Text) ?? throw new StarlarkException($"Variable `{name.Text}` referenced before assignment"),
        Expression.ListOf list => new StarlarkList(EvaluateAll(list.Items, scope)),
        Expression.TupleOf tuple => new StarlarkTuple(EvaluateAll(tuple.Items, scope)),
        Expression.DictionaryOf dictionary => ComputeDictionary(dictionary, scope),
        Expression.Comprehension comprehension => ComputeComprehension(comprehension, scope),
        Expression.Unary unary => Operators.Apply(unary.Operator, Evaluate(unary.Operand, scope)),
        Expression.Binary { Operator: "and" } both => Evaluate(both.Left, scope) is { IsTrue: false } no ? no : Evaluate(both.Right, scope),
        Expression.Binary { Operator: "or" } either => Evaluate(either.Left, scope) is { IsTrue: true } yes ? yes : Evaluate(either.Right, scope),
        Expression.Binary binary => _operators.Apply(binary.Operator, Evaluate(binary.Left, scope), Evaluate(binary.Right, scope)),
        Expression.Conditional conditional => Evaluate(Evaluate(conditional.Condition, scope).IsTrue ? conditional.Then : conditional.Else, scope),
        Expression.Call call => ComputeCall(call, scope),
        Expression.Member member => Members.Find(Evaluate(member.Target, scope), member.Method),
        Expression.Index index => Subscripts.Get(Evaluate(index.Target, scope), Evaluate(index.Key, scope)),
        Expression.Slice slice => Subscripts.Slice(
            Evaluate(slice.Target, scope), EvaluateOptional(slice.Start, scope), EvaluateOptional(slice.Stop, scope), EvaluateOptional(slice.Step, scope)),
        Expression.Lambda lambda => Define("lambda", lambda.Parameters, [new Statement.Return(lambda.Body.Span, lambda.Body)], scope),
        Expression.Format format => new StarlarkText(string.Concat(EvaluateAll(format.Parts, scope))),
        _ => StarlarkNone.Instance,
    };

    private List<StarlarkValue> EvaluateAll(ImmutableArray<Expression> expressions, Scope scope)
    {
        var values = new List<StarlarkValue>(expressions.Length);
        foreach (var expression in expressions)
            values.Add(Evaluate(expression, scope));
        return values;
    }

    private StarlarkValue? EvaluateOptional(Expression? expression, Scope scope) =>
        expression is null || Evaluate(expression, scope) is not { } value || value is StarlarkNone ? null : value;

    private StarlarkDictionary ComputeDictionary(Expression.DictionaryOf expression, Scope scope)
    {
        var dictionary = new StarlarkDictionary();
        foreach (var (keyExpression, valueExpression) in expression.Entries)
        {
            var key = Evaluate(keyExpression, scope);
            if (!key.IsHashable)
                throw interpreter.Fail($"Value of type `{key.TypeName}` is not hashable", keyExpression.Span);
            if (dictionary.Entries.ContainsKey(key))
                throw interpreter.Fail($"Dictionary key repeated for `{key.Representation}`", keyExpression.Span);
            dictionary.Set(key, Evaluate(valueExpression, scope));
        }

        return dictionary;
    }

    private StarlarkValue ComputeComprehension(Expression.Comprehension expression, Scope outer)
    {
        var scope = new Scope(outer);
        List<StarlarkValue> items = [];
        var dictionary = new StarlarkDictionary();
        Visit(0);
        return expression.Value is null ? new StarlarkList(items) : dictionary;

        void Visit(int depth)
        {
            if (depth == expression.Clauses.Length)
            {
                var element = Evaluate(expression.Element, scope);
                if (expression.Value is null)
                    items.Add(element);
                else
                    dictionary.Set(element, Evaluate(expression.Value, scope));
                return;
            }

            var clause = expression.Clauses[depth];
            if (clause.Target is null)
            {
                if (Evaluate(clause.Source, scope).IsTrue)
                    Visit(depth + 1);
                return;
            }

            foreach (var item in EvaluateElements(clause.Source, clause.Source.Span, scope))
            {
                Assign(clause.Target, item, scope);
                Visit(depth + 1);
            }
        }
    }

    private StarlarkValue ComputeCall(Expression.Call call, Scope scope)
    {
        var function = call.Function is Expression.Member method ? Members.Find(Evaluate(method.Target, scope), method.Method) : Evaluate(call.Function, scope);
        List<StarlarkValue> positional = [];
        List<KeyValuePair<string, StarlarkValue>> named = [];
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument.Value, scope);
            if (argument.Name is null)
                positional.Add(value);
            else if (argument.Name is "*")
                positional.AddRange(value.Elements ?? throw new StarlarkException("The argument provided for *args is not an iterable"));
            else if (argument.Name is "**")
                AddEntries(named, value);
            else
                named.Add(new(argument.Name, value));
        }

        return interpreter.Call(function, positional, named, call.Span);
    }

    private static void AddEntries(List<KeyValuePair<string, StarlarkValue>> named, StarlarkValue value)
    {
        if (value is not StarlarkDictionary dictionary)
            throw new StarlarkException("The argument provided for **kwargs is not a dictionary");
        foreach (var (key, entry) in dictionary.Entries)
        {
            var name = key is StarlarkText text ? text.Value : throw new StarlarkException("Argument names must be strings");
            if (named.Exists(pair => pair.Key == name))
                throw new StarlarkException($"Argument `{name}` occurs more than once");
            named.Add(new(name, entry));
        }
    }
}
