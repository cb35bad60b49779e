using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Memory;
using MechanismDsl.Language.Rules;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>
/// Finds the mechanisms and reads them. The compiler's own search for an attribute binds every attribute of every type that it finds, on every keystroke. What
/// is read here stands as long as nothing that it depends on has changed, so a keystroke elsewhere binds nothing.
/// </summary>
internal static class Discovery
{
    private const string Attribute = "Mechanism";

    private static readonly SourceMemory<TextSpan, Found?> Known = new();
    private static readonly SurfaceMemory<SilencedRules> Silenced = new();

    /// <summary>Whether a node can be a mechanism: a class, struct or record with attributes.</summary>
    public static bool IsMarkedType(SyntaxNode node) =>
        node.RawKind is (int)SyntaxKind.ClassDeclaration or (int)SyntaxKind.StructDeclaration or (int)SyntaxKind.RecordDeclaration or (int)SyntaxKind.RecordStructDeclaration
        && ((TypeDeclarationSyntax)node).AttributeLists.Count > 0;

    /// <summary>The mechanism that a part of a type declares; null if it is not this part that carries <c>[Mechanism]</c>.</summary>
    public static Found? Find(TypeDeclarationSyntax part, Compilation compilation, CancellationToken cancellation) =>
        AttributeNames.MayBe(part, Attribute, compilation, cancellation)
            ? Known.Of(part.SyntaxTree, part.Span, compilation, seen => Read(part, compilation, seen, cancellation), seen: null, cancellation)
            : null;

    /// <summary>The rules of the gate that the assembly and its module silence.</summary>
    public static SilencedRules SilencedIn(Compilation compilation, CancellationToken cancellation) =>
        Silenced.Of(compilation, static compilation => new SilencedRules(Gate.SilencedIn(compilation)), cancellation);

    /// <summary>Whether nothing would be bound to find what the part declares.</summary>
    internal static bool IsRemembered(TypeDeclarationSyntax part, Compilation compilation) =>
        Known.Knows(part.SyntaxTree, part.Span, compilation, CancellationToken.None);

    private static Found? Read(TypeDeclarationSyntax part, Compilation compilation, FilesRead seen, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (compilation.GetSemanticModel(part.SyntaxTree).GetDeclaredSymbol(part, cancellation) is not { } type || !type.GetAttributes().Any(use => IsTrigger(use, part)))
        {
            return null;
        }

        var declaration = DeclarationReader.Read(type, compilation, cancellation, seen);
        if (declaration.Rules.Count == 0)
        {
            return new Found(declaration, Gate.SilencedOn(type));
        }

        // A defect of the reading leaves out a hash and a formula; whether the rules are right is not decided here.
        var (hash, score) = Attempt<Tuple<string?, Rule?>>.Of(() =>
        {
            var (read, rule) = RuleFingerprint.Read(type, declaration.Rules, compilation, seen, cancellation);
            return Tuple.Create(read, rule);
        }).Value ?? Tuple.Create<string?, Rule?>(null, null);
        return new Found(declaration, Gate.SilencedOn(type)) { Rules = hash, Score = score };
    }

    private static bool IsTrigger(AttributeData use, TypeDeclarationSyntax part) =>
        LanguageAttributes.NameOf(use.AttributeClass) == Attribute
        && use.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == part.SyntaxTree
        && part.Span.Contains(reference.Span);
}
