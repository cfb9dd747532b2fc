using System.Diagnostics;
using Codex.Formats.Starlark;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Tests.Starlark;

public sealed class StarlarkProgramTests
{
    [Theory]
    [InlineData("show(1 + 2 * 3 - 7 // 2 - -7 % 3)", "2")]
    [InlineData("show(0x1F, 0o17, 0b11, 1.5 + 1, 7 / 2)", "31 15 3 2.5 3.5")]
    [InlineData("show(1 << 4 | 3 & 6 ^ 1, ~5)", "19 -6")]
    [InlineData("show('a' + \"b\", r'\\n', 'x\\x41\\u00e9\\n', '''a\nb''')", "ab \\n xAé\n a\nb")]
    [InlineData("show('a' * 3, [1] * 2, (1, 2) + (3,))", "aaa [1, 1] (1, 2, 3)")]
    [InlineData("show(1 < 2, 'a' in 'cat', 2 not in [1], not [], None or 'x', 0 and 1)", "True True True True x 0")]
    [InlineData("show('abc'[1:], [1,2,3][::-1], 'abc'[-1], (1, 2, 3)[:2])", "bc [3, 2, 1] c (1, 2)")]
    [InlineData("x, (y, z) = 1, [2, 3]\nx += y\nshow(x, y, z)", "3 2 3")]
    [InlineData("d = {'a': 1}\nd['b'] = 2\nshow(d, d['b'], d.get('c', 3), 'a' in d, sorted(d))", "{\"a\": 1, \"b\": 2} 2 3 True [\"a\", \"b\"]")]
    [InlineData("show([x * y for x in range(4) if x % 2 for y in [1, 10]])", "[1, 10, 3, 30]")]
    [InlineData("show({k: v for k, v in zip(['a'], [1])})", "{\"a\": 1}")]
    [InlineData("def f(a, b=2, *rest, **named):\n  return [a, b, rest, named]\nshow(f(1), f(1, 3, 4, x=5), f(b=1, a=0))", "[1, 2, (), {}] [1, 3, (4,), {\"x\": 5}] [0, 1, (), {}]")]
    [InlineData("def f(x):\n  def g(y): return x + y\n  return g\nshow(f(1)(2), (lambda a: a * 2)(4))", "3 8")]
    [InlineData("def f(l):\n  for x in l:\n    if x == 2: continue\n    if x == 4: break\n    show(x)\n  return None\nshow(f([1, 2, 3, 4]))", "1\n3\nNone")]
    [InlineData("if 0: show(1)\nelif 1: show(2)\nelse: show(3)", "2")]
    [InlineData("x = 'w'\nshow(f'{{{x}}}', '%s-%d%%' % ('a', 5), '{} {0}'.format(1, 2), '{n}'.format(n=3))", "{w} a-5% 1 1 3")]
    [InlineData("show(' a b '.strip().split(' '), ','.join(['a', 'b']), 'a,b'.split(','), 'Ab'.upper(), 'x.y'.endswith(('.y',)))", "[\"a\", \"b\"] a,b [\"a\", \"b\"] AB True")]
    [InlineData("l = [3, 1]\nl.append(2)\nl.extend((5,))\nshow(sorted(l, reverse=True), l.pop(), l.index(1), max(l), len(l))", "[5, 3, 2, 1] 5 1 3 3")]
    [InlineData("show(str(1), repr('a'), type([]), bool(''), int('12'), list((1,)), tuple([1]), enumerate(['a']))", "1 \"a\" list False 12 [1] (1,) [(0, \"a\")]")]
    [InlineData("show(1 if [] else 2); show(any([0, 1]), all([]))", "2\nTrue True")]
    [InlineData("x: list[str] = ['a']\ndef f(a: str = 'b') -> str: return a\nshow(x[0], f())", "a b")]
    [InlineData("show(\n  1,  # one\n\n  2,\n)\n# end", "1 2")]
    [InlineData("x = 1 \\\n  + 2\nshow(x)\r\n", "3")]
    public void Programs_compute_what_the_language_says(string program, string expected) => Assert.Equal(expected, Run(program));

    [Theory]
    [InlineData("x = 9223372036854775807 + 1", "Integer overflow")]
    [InlineData("x = 'a' * 10000000", "a value gets too large")]
    [InlineData("x = [0] * 10000000", "a value gets too large")]
    [InlineData("x = range(1000000000)", "a value gets too large")]
    [InlineData("def f():\n  for a in range(1000):\n    for b in range(1000):\n      for c in range(1000): pass\nf()", "the program takes too many steps")]
    [InlineData("def f(): return f()\nf()", "Starlark call stack overflow")]
    [InlineData("def f():\n  return y\n  y = 1\nf()", "Variable `y` referenced before assignment")]
    [InlineData("f(1, 2) = 3", "cannot assign to this expression")]
    [InlineData("x = f(a=1, 2)", "positional argument after non positional")]
    public void Programs_that_go_astray_are_stopped(string program, string expected) =>
        Assert.Equal(expected, Assert.Throws<StarlarkException>(() => Run(program)).Message);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("lambda: ")]
    [InlineData("1 if 1 else ")]
    [InlineData("{1:")]
    [InlineData("f(")]
    public void Nesting_is_bounded(string piece)
    {
        var watch = Stopwatch.StartNew();
        Assert.Throws<StarlarkException>(() => Run("x = " + string.Concat(Enumerable.Repeat(piece, 50_000))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Errors_know_line_and_column()
    {
        var failure = Assert.Throws<StarlarkException>(() => Run("x = 1\n\ny = x +\n"));
        Assert.Equal((3, 8), failure.Program!.Locate(failure.Span.Start));
    }

    private static string Run(string program)
    {
        List<string> lines = [];
        StarlarkProgram.Parse(new StarlarkSource("test", program)).Run(
        [
            new StarlarkNative("show", arguments =>
            {
                lines.Add(string.Join(' ', arguments.Positional));
                return StarlarkNone.Instance;
            }),
        ]);
        return string.Join('\n', lines);
    }
}
