using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Rules.Questions;
using MechanismDsl.Proofs;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Infrastructure;

/// <summary>Judges a rule as it would be after a change.</summary>
internal static class RepairedRule
{
    /// <summary>
    /// Whether the rule compiles, always has a result, hands out no more than there is, and is proved monotone, and not only because a report no longer matters.
    /// </summary>
    public static bool IsMonotone(Compilation compilation, SyntaxNode root, TypeDeclarationSyntax type, Slip slip, CancellationToken cancellation)
    {
        var mark = new SyntaxAnnotation();
        var marked = root.ReplaceNodes([slip.Node, type], (old, current) => old == slip.Node ? slip.Turned : current.WithAdditionalAnnotations(mark));
        var tree = root.SyntaxTree.WithRootAndOptions(marked, root.SyntaxTree.Options);
        var changed = compilation.ReplaceSyntaxTree(root.SyntaxTree, tree);
        var model = changed.GetSemanticModel(tree);
        var declared = (TypeDeclarationSyntax)tree.GetRoot(cancellation).GetAnnotatedNodes(mark).Single();
        if (model.GetDeclaredSymbol(declared, cancellation) is not INamedTypeSymbol symbol
            || model.GetDiagnostics(declared.Span, cancellation).Any(one => one.Severity == DiagnosticSeverity.Error && one.Location.SourceTree == tree)
            || Normaliser.Read(DeclarationReader.Read(symbol, changed, cancellation), []) is not { Problem: { Own: not null } problem, Rules: { } rules }
            || SubjectReader.Read(symbol, problem, rules, changed, cancellation).System is not { } system)
        {
            return false;
        }

        var law = system.Score is null ? Property.MonotoneAllocation : Property.MonotoneScore;
        var other = system with { Side = system.Side == Side.Buyer ? Side.Supplier : Side.Buyer };
        return Ask(law, system) is Verdict.Proved proved && proved.Scope.Covers(system.Agents)
            && Ask(law, other) is Verdict.Refuted
            && Ask(Property.Total, system) is not Verdict.Refuted
            && (system.Allocation is null || Ask(Property.Feasible, system) is not Verdict.Refuted);

        Verdict Ask(Property property, RuleSystem rules) => Engine.Decide(new Question(property, rules), Effort.Quick, cancellation);
    }
}
