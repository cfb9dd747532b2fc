using System.Collections.Immutable;
using Codex.Formats.Starlark.Syntax;

namespace Codex.Formats.Starlark.Evaluation;

/// <summary>Finds names that nothing defines, and statements where they cannot be, before anything runs.</summary>
internal sealed class Resolver(StarlarkSource source)
{
    private readonly Stack<HashSet<string>> _scopes = new();
    private int _functions;
    private int _loops;

    /// <exception cref="StarlarkException">There is such a name or statement.</exception>
    public void Check(ImmutableArray<Statement> statements, IEnumerable<string> globals)
    {
        _scopes.Push([.. globals]);
        CheckScope(statements, []);
    }

    private void CheckScope(ImmutableArray<Statement> statements, IEnumerable<string> names)
    {
        _scopes.Push([.. names]);
        foreach (var statement in statements)
            Declare(statement);
        CheckAll(statements);
        _scopes.Pop();
    }

    private void Declare(Statement statement)
    {
        switch (statement)
        {
            case Statement.Assign assign:
                DeclareTarget(assign.Target);
                break;
            case Statement.Define define:
                _scopes.Peek().Add(define.Name);
                break;
            case Statement.For loop:
                DeclareTarget(loop.Target);
                DeclareAll(loop.Body);
                break;
            case Statement.If branch:
                DeclareAll(branch.Then);
                DeclareAll(branch.Else);
                break;
        }
    }

    private void DeclareAll(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
            Declare(statement);
    }

    private void DeclareTarget(Expression target)
    {
        if (target is Expression.Name name)
            _scopes.Peek().Add(name.Text);
        foreach (var item in target switch { Expression.TupleOf tuple => tuple.Items, Expression.ListOf list => list.Items, _ => [] })
            DeclareTarget(item);
    }

    private void CheckAll(ImmutableArray<Statement> statements)
    {
        foreach (var statement in statements)
            Check(statement);
    }

    private void Check(Statement statement)
    {
        switch (statement)
        {
            case Statement.Evaluate evaluate:
                Check(evaluate.Value);
                break;
            case Statement.Assign assign:
                Check(assign.Value);
                Check(assign.Target);
                break;
            case Statement.If branch:
                Check(branch.Condition);
                CheckAll(branch.Then);
                CheckAll(branch.Else);
                break;
            case Statement.For loop:
                Check(loop.Source);
                Check(loop.Target);
                _loops++;
                CheckAll(loop.Body);
                _loops--;
                break;
            case Statement.Define define:
                CheckFunction(define.Parameters, define.Body);
                break;
            case Statement.Return when _functions is 0:
                throw new StarlarkException("`return` cannot be used outside of a `def` function", source, statement.Span, []);
            case Statement.Return { Value: { } value }:
                Check(value);
                break;
            case Statement.Break when _loops is 0:
                throw new StarlarkException("`break` cannot be used outside of a `for` loop", source, statement.Span, []);
            case Statement.Continue when _loops is 0:
                throw new StarlarkException("`continue` cannot be used outside of a `for` loop", source, statement.Span, []);
        }
    }

    private void CheckFunction(ImmutableArray<Parameter> parameters, ImmutableArray<Statement> body)
    {
        foreach (var parameter in parameters)
            Check(parameter.Default);
        var around = _loops;
        _loops = 0;
        _functions++;
        CheckScope(body, parameters.Select(static parameter => parameter.Name));
        _functions--;
        _loops = around;
    }

    private void Check(Expression? expression)
    {
        switch (expression)
        {
            case Expression.Name name:
                CheckName(name);
                break;
            case Expression.Comprehension comprehension:
                CheckComprehension(comprehension);
                break;
            case Expression.Lambda lambda:
                CheckFunction(lambda.Parameters, [new Statement.Evaluate(lambda.Body.Span, lambda.Body)]);
                break;
            case not null:
                foreach (var part in Parts(expression))
                    Check(part);
                break;
        }
    }

    private void CheckComprehension(Expression.Comprehension comprehension)
    {
        Check(comprehension.Clauses[0].Source);
        _scopes.Push([]);
        foreach (var clause in comprehension.Clauses)
        {
            if (clause != comprehension.Clauses[0])
                Check(clause.Source);
            if (clause.Target is not null)
                DeclareTarget(clause.Target);
        }

        Check(comprehension.Element);
        Check(comprehension.Value);
        _scopes.Pop();
    }

    private void CheckName(Expression.Name name)
    {
        if (_scopes.Any(scope => scope.Contains(name.Text)))
            return;
        var near = NearNames.Find(name.Text, _scopes.SelectMany(static scope => scope));
        var hint = near is null ? "" : $", did you mean `{near}`?";
        throw new StarlarkException($"Variable `{name.Text}` not found{hint}", source, name.Span, []);
    }

    private static IEnumerable<Expression?> Parts(Expression expression) => expression switch
    {
        Expression.ListOf list => list.Items,
        Expression.TupleOf tuple => tuple.Items,
        Expression.DictionaryOf dictionary => dictionary.Entries.SelectMany(static entry => (Expression?[])[entry.Key, entry.Value]),
        Expression.Unary unary => [unary.Operand],
        Expression.Binary binary => [binary.Left, binary.Right],
        Expression.Conditional conditional => [conditional.Condition, conditional.Then, conditional.Else],
        Expression.Call call => [call.Function, .. call.Arguments.Select(static argument => argument.Value)],
        Expression.Member member => [member.Target],
        Expression.Index index => [index.Target, index.Key],
        Expression.Slice slice => (Expression?[])[slice.Target, slice.Start, slice.Stop, slice.Step],
        Expression.Format format => format.Parts,
        _ => [],
    };
}
