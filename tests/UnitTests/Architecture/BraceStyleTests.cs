using CognitoAuth.UnitTests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CognitoAuth.UnitTests.Architecture;

/// <summary>One brace style: a statement without braces stands on the line of its condition; anything longer has braces. No analyzer of the SDK has this rule.</summary>
public sealed class BraceStyleTests
{
    public static TheoryData<string> Folders => ["src", "tests", "samples", "benchmarks"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_statement_on_a_line_of_its_own_has_braces(string folder)
    {
        var files = Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules")).ToList();

        files.ShouldNotBeEmpty();
        files.SelectMany(file => FaultsOf(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.PathOf("."), file)}:{line}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("if (a) return;", true)]
    [InlineData("if (a)\n{\n    return;\n}", true)]
    [InlineData("if (a) b();\nelse if (c) d();\nelse e();", true)]
    [InlineData("if (a)\n    return;", false)]
    [InlineData("if (a) b();\nelse\n    e();", false)]
    [InlineData("foreach (var a in b)\n    c(a);", false)]
    [InlineData("while (a)\n    b();", false)]
    [InlineData("using (a)\n    b();", false)]
    public void A_statement_follows_the_rule_or_does_not(string code, bool follows) => FaultsOf(code).Any().ShouldBe(!follows);

    private static IEnumerable<int> FaultsOf(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview));
        return from node in tree.GetRoot().DescendantNodes()
               let statement = EmbeddedStatement(node)
               where statement is not null and not BlockSyntax
               let start = LineOf(statement.GetFirstToken())
               where start != LineOf(statement.GetFirstToken().GetPreviousToken())
               select start;

        int LineOf(SyntaxToken token) => tree.GetLineSpan(token.Span).EndLinePosition.Line + 1;
    }

    private static StatementSyntax? EmbeddedStatement(SyntaxNode node) => node switch
    {
        IfStatementSyntax { Statement: var statement } => statement,
        ElseClauseSyntax { Statement: not IfStatementSyntax and var statement } => statement,
        CommonForEachStatementSyntax { Statement: var statement } => statement,
        ForStatementSyntax { Statement: var statement } => statement,
        WhileStatementSyntax { Statement: var statement } => statement,
        DoStatementSyntax { Statement: var statement } => statement,
        UsingStatementSyntax { Statement: not UsingStatementSyntax and var statement } => statement,
        LockStatementSyntax { Statement: var statement } => statement,
        FixedStatementSyntax { Statement: not FixedStatementSyntax and var statement } => statement,
        _ => null,
    };
}
