using MechanismDsl.Language.Rules;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>Runs a method as C# compiled it and as the rule that it was lowered to, on the same arguments.</summary>
internal static class Difference
{
    /// <summary>The rule of a method; it must be in the subset.</summary>
    public static Rule Lower(IMethodSymbol method, Compilation compilation)
    {
        var reading = RuleReader.Read(method, Roles(method), compilation.GetSemanticModel(method.DeclaringSyntaxReferences[0].SyntaxTree), CancellationToken.None);
        Assert.True(reading.Refusal is null, $"{method.Name}: {reading.Refusal?.Words} at {reading.Refusal?.Span}");
        return reading.Rule!;
    }

    /// <summary>The roles that the parameters have by their types.</summary>
    public static EquatableArray<ParameterRoles> Roles(IMethodSymbol method) => method.Parameters.Select((parameter, index) =>
        method.ReturnsVoid && index == method.Parameters.Length - 1 ? ParameterRoles.Of(ParameterRole.Output)
        : Element(parameter.Type) is not { } element ? ParameterRoles.Of(ParameterRole.Public)
        : new ParameterRoles(ParameterRole.Reports, Members(element).Select(member => new MemberRole(member.Name, ParameterRole.Reports)).ToEquatableArray())).ToEquatableArray();

    /// <summary>
    /// Compares results on many arguments: the evaluator of the proofs on all of them, the independent interpreter on every tenth.
    /// </summary>
    public static void Run(Compiled sources, IMethodSymbol method, int evaluations)
    {
        var rule = Lower(method, sources.Compilation);
        var compiled = new CompiledRule(rule);
        var call = sources.CallOf(method);
        var samples = new Samples(1981);
        for (var evaluation = 0; evaluation < evaluations; evaluation++)
        {
            var agents = 1 + samples.Below(5);
            List<Scalar[]> arguments = [];
            var boxed = method.Parameters.Select(parameter => Argument(samples, parameter, agents, method, sources, arguments)).ToArray();
            var expected = Outcome(() => Scalars(call(boxed)));
            Agree(rule, arguments, expected, Execute(compiled, arguments, agents), "the evaluator");
            if (evaluation % 10 == 0)
            {
                Agree(rule, arguments, expected, Outcome(() => Interpreter.Run(rule, arguments)), "the interpreter");
            }
        }
    }

    private static void Agree(Rule rule, List<Scalar[]> arguments, Scalar[]? expected, Scalar[]? actual, string who)
    {
        if (expected is null ? actual is not null : actual is null || !expected.Select(Known).SequenceEqual(actual.Select(Known)))
        {
            Assert.Fail($"{rule.Name}({string.Join("; ", arguments.Select(values => string.Join(", ", values)))}): C# gives {Text(expected)}, {who} {Text(actual)}\n{rule.Text}");
        }
    }

    // All NaNs are one: which bits a library returns depends on how it is called, and no rule can tell them apart.
    private static Scalar Known(Scalar value) => value.Kind == ScalarKind.Double && double.IsNaN(value.AsDouble) ? Scalar.Of(double.NaN) : value;

    private static Scalar[]? Execute(CompiledRule rule, List<Scalar[]> arguments, int agents)
    {
        var inputs = arguments.Where((_, index) => rule.Rule.Parameters[index].Role != ParameterRole.Output).Select(values => values.ToEquatableArray()).ToEquatableArray();
        var result = rule.Execute(inputs, agents: agents);
        return result.Status == RunStatus.Completed ? [.. result.Values] : result.Status == RunStatus.Failed ? null : throw new TimeoutException(rule.Rule.Name);
    }

    /// <summary>An argument as C# takes it; as the rule takes it, it is added to <paramref name="arguments"/>.</summary>
    private static object Argument(Samples samples, IParameterSymbol parameter, int agents, IMethodSymbol method, Compiled sources, List<Scalar[]> arguments)
    {
        var (low, high) = Range(parameter);
        if (Element(parameter.Type) is not { } element)
        {
            var isAgent = parameter.Type.SpecialType == SpecialType.System_Int32 && parameter.Name == "i";
            arguments.Add([samples.Value(Kind(parameter.Type), low, isAgent ? agents - 1 : high)]);
            return Samples.Box(parameter.Type, arguments[^1], isArray: false);
        }

        if (Members(element).ToList() is not { Count: > 0 } members)
        {
            var isOutput = method.ReturnsVoid && parameter.Ordinal == method.Parameters.Length - 1;
            arguments.Add([.. Enumerable.Range(0, agents).Select(_ => isOutput ? Scalar.Zero(Kind(element)) : samples.Value(Kind(element), low, high))]);
            return Samples.Box(element, arguments[^1], isArray: true);
        }

        var columns = members.Select(member => Enumerable.Range(0, agents).Select(_ => samples.Value(Kind(member.Type), low, high)).ToArray()).ToArray();
        arguments.AddRange(columns);
        var type = sources.TypeOf(element.ToDisplayString());
        var rows = Array.CreateInstance(type, agents);
        for (var row = 0; row < agents; row++)
        {
            rows.SetValue(Activator.CreateInstance(type, [.. members.Select((member, column) => Samples.Box(member.Type, [columns[column][row]], isArray: false))]), row);
        }

        return rows;
    }

    /// <summary>The properties that a positional record declares.</summary>
    private static IEnumerable<IPropertySymbol> Members(ITypeSymbol element) =>
        element.IsRecord ? element.GetMembers().OfType<IPropertySymbol>().Where(property => property.SetMethod is not null) : [];

    private static (double Low, double High) Range(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == "RangeAttribute") is { ConstructorArguments: [{ Value: double low }, { Value: double high }] } ? (low, high) : (0, 100);

    private static ITypeSymbol? Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var element] } => element,
        _ => null,
    };

    private static ScalarKind Kind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ScalarKind.Boolean,
        SpecialType.System_Int32 => ScalarKind.Int32,
        SpecialType.System_Int64 => ScalarKind.Int64,
        SpecialType.System_Double => ScalarKind.Double,
        SpecialType.System_Decimal => ScalarKind.Decimal,
        _ => throw new NotSupportedException(type.Name),
    };

    private static Scalar[] Scalars(object? result) => result switch
    {
        bool value => [Scalar.Of(value)],
        int value => [Scalar.Of(value)],
        long value => [Scalar.Of(value)],
        double value => [Scalar.Of(value)],
        decimal value => [Scalar.Of(value)],
        bool[] values => Array.ConvertAll(values, Scalar.Of),
        int[] values => Array.ConvertAll(values, Scalar.Of),
        long[] values => Array.ConvertAll(values, Scalar.Of),
        double[] values => Array.ConvertAll(values, Scalar.Of),
        decimal[] values => Array.ConvertAll(values, Scalar.Of),
        _ => throw new NotSupportedException(result?.GetType().Name),
    };

    /// <summary>The result, or null if it fails as a rule can fail.</summary>
    private static Scalar[]? Outcome(Func<Scalar[]> run)
    {
        try
        {
            return run();
        }
        catch (Exception exception) when (exception is ArithmeticException or IndexOutOfRangeException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(Scalar[]? values) => values is null ? "a failure" : string.Join(", ", values);
}
