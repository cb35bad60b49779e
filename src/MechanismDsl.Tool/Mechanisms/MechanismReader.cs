using System.Collections.Immutable;
using MechanismDsl.Tool.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Tool.Mechanisms;

/// <summary>Finds the mechanisms of a project and reads what their generated parts say of them.</summary>
internal static class MechanismReader
{
    private const string Trigger = "MechanismDsl.MechanismAttribute";

    /// <summary>All mechanisms, by name.</summary>
    public static ImmutableArray<Declared> Read(ProjectCompilation project, CancellationToken cancellation)
    {
        var found = project.Judge(cancellation);
        return [.. Types(project.Complete.Assembly.GlobalNamespace)
            .Where(type => type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == Trigger))
            .Select(type => Read(type, project, found))
            .OrderBy(one => one.Name, StringComparer.Ordinal)];
    }

    /// <summary>The mechanism of a name.</summary>
    /// <exception cref="ToolException">There is none; the message lists those that there are.</exception>
    public static Declared Named(this ImmutableArray<Declared> mechanisms, string name) =>
        mechanisms.FirstOrDefault(one => one.Name == name)
        ?? mechanisms.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase) || one.Type.ToDisplayString() == name)
        ?? throw new ToolException(mechanisms.IsEmpty
            ? "The project declares no mechanism: no type is marked [Mechanism]."
            : $"There is no mechanism '{name}'. The project declares: {string.Join(", ", mechanisms.Select(one => one.Name))}.");

    private static Declared Read(INamedTypeSymbol type, ProjectCompilation project, ImmutableArray<Diagnostic> found)
    {
        var parts = type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).ToList();
        var written = project.Written.Select(file => file.SyntaxTree.FilePath).ToHashSet(StringComparer.Ordinal);
        var own = parts.First(part => !written.Contains(part.SyntaxTree.FilePath));
        var line = own.GetLocation().GetLineSpan();
        var info = InfoSyntax.Of(type, project.Complete);
        ImmutableArray<Diagnostic> mine = [.. found.Where(one => parts.Any(part => part.SyntaxTree == one.Location.SourceTree && part.FullSpan.Contains(one.Location.SourceSpan)))];

        // Generated code is written before the analyzers judge: with an error there is no program in which its guarantees hold.
        var isGood = mine.All(one => one.Severity != DiagnosticSeverity.Error);
        return new Declared(
            type,
            FormattableString.Invariant($"{Path.GetRelativePath(Environment.CurrentDirectory, line.Path)}:{line.StartLinePosition.Line + 1}"),
            info?.Environment,
            type.GetMembers("Explanation").OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as string,
            isGood ? info?.Guarantees ?? [] : [],
            isGood ? info?.Assumptions ?? [] : [],
            mine);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner) => owner.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol type => Types(type).Prepend(type),
        _ => [],
    });

    /// <summary>The generated files that write a mechanism's part.</summary>
    public static IEnumerable<GeneratedSourceResult> CodeOf(this ProjectCompilation project, Declared mechanism)
    {
        var files = mechanism.Type.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree).ToHashSet();
        return project.Written.Where(file => files.Contains(file.SyntaxTree) || files.Any(tree => tree.FilePath == file.SyntaxTree.FilePath));
    }
}

/// <summary>What the generated property <c>Info</c> is made of, read from its syntax: all of it is constants.</summary>
/// <param name="Environment">What can be decided.</param>
/// <param name="Guarantees">Every guarantee that holds, with its reason.</param>
/// <param name="Assumptions">What the author answers for.</param>
internal sealed record InfoSyntax(string Environment, ImmutableArray<GuaranteeEvidence> Guarantees, ImmutableArray<GuaranteeAssumption> Assumptions)
{
    /// <summary>Reads the property of a type; null if nothing was generated for it.</summary>
    public static InfoSyntax? Of(INamedTypeSymbol type, Compilation compilation)
    {
        if (type.GetMembers("Info").OfType<IPropertySymbol>().FirstOrDefault()?.DeclaringSyntaxReferences is not [var reference]
            || reference.GetSyntax() is not PropertyDeclarationSyntax { Initializer.Value: ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, var environment, _, var guarantees] } creation })
        {
            return null;
        }

        var model = compilation.GetSemanticModel(creation.SyntaxTree);
        var assumptions = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Select(setting => setting.Right);
        return new InfoSyntax(
            Text(model, environment.Expression),
            [.. Rows(guarantees.Expression).Select(row => new GuaranteeEvidence(Guarantee(model, row[0]), Text(model, row[1]), Text(model, row[2])))],
            [.. (assumptions ?? []).SelectMany(Rows).Select(row => new GuaranteeAssumption(Guarantee(model, row[0]), Text(model, row[1])))]);
    }

    private static IEnumerable<ExpressionSyntax[]> Rows(ExpressionSyntax list) => list is CollectionExpressionSyntax { Elements: var elements }
        ? elements
            .OfType<ExpressionElementSyntax>()
            .Select(element => element.Expression)
            .OfType<ImplicitObjectCreationExpressionSyntax>()
            .Select(row => row.ArgumentList.Arguments.Select(argument => argument.Expression).ToArray())
        : [];

    private static Guarantee Guarantee(SemanticModel model, ExpressionSyntax value) => (Guarantee)(int)model.GetConstantValue(value).Value!;

    private static string Text(SemanticModel model, ExpressionSyntax value) => (string)model.GetConstantValue(value).Value!;
}
