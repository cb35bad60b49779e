using System.Collections.Immutable;
using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.OwnRules;

/// <summary>
/// Turns a counterexample into an xunit test in a file of its own beside the mechanism. It is a nested class, because rules are mostly private. Offered
/// where xunit is referenced.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CounterexampleAsTest)), Shared]
public sealed class CounterexampleAsTest : CodeFixProvider
{
    private const string Title = "Write the counterexample as a test";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds =>
        ["MECH1001", "MECH1003", "MECH1004", "MECH1005", "MECH1006", "MECH1013", "MECH1014", "MECH2001"];

    /// <summary>A test is written for one counterexample at a time: there is no Fix All.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation
            || compilation.GetTypeByMetadataName("Xunit.FactAttribute") is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixTarget.At(root, diagnostic) is { Type: { } type } target
                && target.Data(FixData.Counterexample) is { } check
                && !type.Members.OfType<ClassDeclarationSyntax>().Any(member => member.Identifier.ValueText == "Counterexample"))
            {
                var name = $"{type.Identifier.ValueText}.Counterexample.cs";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title,
                        _ => Task.FromResult(document.Project.AddDocument(name, Text(type, diagnostic.Id, check), document.Folders).Project.Solution),
                        equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    private static string Text(TypeDeclarationSyntax type, string id, string check)
    {
        var space = type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Select(one => one.Name.ToString()).Reverse().ToArray();
        var lines = new List<string>();
        if (space.Length > 0)
        {
            lines.Add($"namespace {string.Join(".", space)};");
            lines.Add(string.Empty);
        }

        var outer = type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse().ToArray();
        var indent = string.Empty;
        foreach (var container in outer)
        {
            lines.Add($"{indent}partial {Keyword(container)} {container.Identifier.Text}");
            lines.Add(indent + "{");
            indent += "    ";
        }

        lines.Add($"{indent}/// <summary>The counterexample of {id}.</summary>");
        lines.Add($"{indent}public sealed class Counterexample");
        lines.Add(indent + "{");
        lines.Add($"{indent}    [Xunit.Fact]");
        lines.Add($"{indent}    public void Is_settled()");
        lines.Add(indent + "    {");
        lines.AddRange(check.Split('\n').Select(line => $"{indent}        {line}"));
        lines.Add(indent + "    }");
        lines.Add(indent + "}");
        for (var depth = outer.Length - 1; depth >= 0; depth--)
        {
            lines.Add(new string(' ', 4 * depth) + "}");
        }

        return string.Join("\n", lines) + "\n";
    }

    private static string Keyword(TypeDeclarationSyntax type) => type switch
    {
        RecordDeclarationSyntax { ClassOrStructKeyword.ValueText: "struct" } => "record struct",
        _ => type.Keyword.ValueText,
    };
}
