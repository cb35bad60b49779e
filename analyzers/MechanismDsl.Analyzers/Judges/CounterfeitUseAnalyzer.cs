using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Claims;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>
/// Refuses types of other assemblies where a guarantee is required, unless they carry the stamp of generated code (MECH2003). Types of this
/// compilation are judged where they are declared.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CounterfeitUseAnalyzer() : MechanismAnalyzer([CounterfeitGuaranteeRule.Descriptor])
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        context.RegisterSyntaxNodeAction(
            action => Guard.Run(action.Node.ToString(), action.Node.GetLocation(), action.ReportDiagnostic, () => ExamineWritten(action)), SyntaxKind.GenericName);
        context.RegisterOperationAction(
            action => Guard.Run(action.Operation.Syntax.ToString(), action.Operation.Syntax.GetLocation(), action.ReportDiagnostic, () => ExamineInferred(action)),
            OperationKind.Invocation,
            OperationKind.MethodReference,
            OperationKind.PropertyReference);
        context.RegisterOperationAction(
            action => Guard.Run(action.Operation.Syntax.ToString(), action.Operation.Syntax.GetLocation(), action.ReportDiagnostic, () => ExamineConversion(action)),
            OperationKind.Conversion);
        context.RegisterOperationAction(
            action => Guard.Run(action.Operation.Syntax.ToString(), action.Operation.Syntax.GetLocation(), action.ReportDiagnostic, () => ExamineCall(action)),
            OperationKind.Invocation);
    }

    /// <summary>Type arguments as they are written, wherever a type or a method is named.</summary>
    private static void ExamineWritten(SyntaxNodeAnalysisContext action)
    {
        var name = (GenericNameSyntax)action.Node;
        if (GeneratedPart.IsAround(name, action.CancellationToken))
        {
            return;
        }

        var symbol = action.SemanticModel.GetSymbolInfo(name, action.CancellationToken).Symbol;
        var (parameters, arguments) = symbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => (constructor.ContainingType.TypeParameters, constructor.ContainingType.TypeArguments),
            IMethodSymbol method => (method.TypeParameters, method.TypeArguments),
            INamedTypeSymbol type => (type.TypeParameters, type.TypeArguments),
            _ => ([], []),
        };
        foreach (var index in Refused(parameters, arguments, action.Compilation))
        {
            var place = name.TypeArgumentList.Arguments is var written && index < written.Count ? written[index].GetLocation() : name.GetLocation();
            action.ReportDiagnostic(Refusal(place, arguments[index]));
        }
    }

    /// <summary>Type arguments that the compiler inferred, of a method or of the extension block around it, which has no name.</summary>
    private static void ExamineInferred(OperationAnalysisContext action)
    {
        var member = action.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            IPropertyReferenceOperation reference => (ISymbol)reference.Property,
            _ => throw new InvalidOperationException($"{action.Operation.Kind} is not registered"),
        };
        if (member is IMethodSymbol { IsGenericMethod: true } method && Called(action.Operation.Syntax) is not GenericNameSyntax)
        {
            Report(method.TypeParameters, method.TypeArguments);
        }

        if (member.ContainingType is { Name.Length: 0, IsGenericType: true } block)
        {
            Report(block.TypeParameters, block.TypeArguments);
        }

        void Report(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments)
        {
            foreach (var index in Refused(parameters, arguments, action.Compilation))
            {
                action.ReportDiagnostic(Refusal(action.Operation.Syntax.GetLocation(), arguments[index]));
            }
        }
    }

    /// <summary>Values that become a guarantee: an argument, an assignment, an element of an array of guarantees.</summary>
    private static void ExamineConversion(OperationAnalysisContext action)
    {
        var conversion = (IConversionOperation)action.Operation;
        if (conversion.Type is { } target
            && conversion.Operand.Type is { } source
            && Parts(target).Any(Guarantees.IsGuarantee)
            && Parts(source).FirstOrDefault(part => IsCounterfeit(part, action.Compilation) && !Guarantees.IsLanguageGuarantee(part)) is { } counterfeit)
        {
            action.ReportDiagnostic(Refusal(conversion.Syntax.GetLocation(), counterfeit));
        }
    }

    /// <summary>A call in a mechanism that the compiler redirects: what was judged is then not what runs.</summary>
    private static void ExamineCall(OperationAnalysisContext action)
    {
        if (action.Operation is { Syntax: InvocationExpressionSyntax call, SemanticModel: { } model }
            && MechanismAround(action.ContainingSymbol) is { } type
            && model.GetInterceptorMethod(call, action.CancellationToken) is { } interceptor)
        {
            action.ReportDiagnostic(Diagnostic.Create(
                CounterfeitGuaranteeRule.Descriptor,
                call.GetLocation(),
                type.Name,
                $"runs {interceptor.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)} where its code calls {call.Expression}, so what was judged is not what runs"));
        }
    }

    private static INamedTypeSymbol? MechanismAround(ISymbol symbol)
    {
        var type = symbol.ContainingType;
        while (type is not null && !IsMechanism(type))
        {
            type = type.ContainingType;
        }

        return type;
    }

    private static Diagnostic Refusal(Location location, ITypeSymbol argument) => Diagnostic.Create(
        CounterfeitGuaranteeRule.Descriptor,
        location,
        argument.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        argument.TypeKind == TypeKind.Interface
            ? "is an interface and no mechanism, so it has none of the guarantees that are required here"
            : $"of the assembly {argument.ContainingAssembly?.Name} is required to have a guarantee here, but was not written by the compiler");

    private static IEnumerable<int> Refused(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments, Compilation compilation)
    {
        for (var index = 0; index < parameters.Length; index++)
        {
            if (Required(parameters[index], 0) is var required
                && required.Any()
                && IsCounterfeit(arguments[index], compilation)
                && !(Guarantees.IsLanguageGuarantee(arguments[index]) && required.All(Guarantees.IsAnyGuarantee)))
            {
                yield return index;
            }
        }
    }

    // A constraint can be another type parameter, which brings its own along; the compiler refuses cycles, the depth only bounds broken code.
    private static IEnumerable<ITypeSymbol> Required(ITypeParameterSymbol parameter, int depth) => parameter.ConstraintTypes.SelectMany(constraint => constraint switch
    {
        ITypeParameterSymbol other => depth < 16 ? Required(other, depth + 1) : [],
        _ when Guarantees.HasGuarantee(constraint) => [constraint],
        _ => [],
    });

    // A type parameter answers for itself where it gets its argument.
    private static bool IsCounterfeit(ITypeSymbol type, Compilation compilation) =>
        type is INamedTypeSymbol named
        && !SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly)
        && Guarantees.HasGuarantee(named)
        && !(IsMechanism(named) && Guarantees.IsStamped(named));

    /// <summary>The type, the elements of an array, the arguments of a generic type, and so on inwards.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol { IsGenericType: true } generic => generic.TypeArguments.SelectMany(Parts).Prepend(generic),
        _ => [type],
    };

    /// <summary>The name by which a member is called; null where the language calls it without one.</summary>
    private static SimpleNameSyntax? Called(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax call => Called(call.Expression),
        ParenthesizedExpressionSyntax inner => Called(inner.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
