namespace Codex.Formats.Starlark.Syntax;

/// <summary>Words that are no names.</summary>
internal static class Keywords
{
    public static bool Contains(string word) => word is "and" or "break" or "continue" or "def" or "elif" or "else" or "for" or "if" or "in"
        or "lambda" or "load" or "not" or "or" or "pass" or "return";

    public static bool IsReserved(string word) => word is "as" or "assert" or "async" or "await" or "class" or "del" or "except" or "finally"
        or "from" or "global" or "import" or "is" or "nonlocal" or "raise" or "try" or "while" or "with" or "yield";
}
