using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MechanismDsl.Packaging.Tests;

/// <summary>The public surface of an assembly as text: every type and member that a consumer can name, in one order, one a line.</summary>
internal sealed class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly NullabilityInfoContext _nullability = new();
    private readonly StringBuilder _text = new();

    public static string Of(Assembly assembly)
    {
        var surface = new PublicSurface();
        foreach (var type in assembly.GetExportedTypes().OrderBy(SurfaceNames.Of, StringComparer.Ordinal))
        {
            surface.Add(type);
        }

        return surface._text.ToString();
    }

    private void Add(Type type)
    {
        var bases = ((IEnumerable<Type>)[.. type.IsClass && type.BaseType is { } parent && parent != typeof(object) && parent != typeof(MulticastDelegate) ? [parent] : (Type[])[], .. type.GetInterfaces()])
            .Select(SurfaceNames.Of).ToList();
        bases = [.. bases.Take(type.IsClass && type.BaseType != typeof(object) ? 1 : 0), .. bases.Skip(type.IsClass && type.BaseType != typeof(object) ? 1 : 0).Order(StringComparer.Ordinal)];
        Line($"{Kind(type)} {SurfaceNames.Of(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}{Constraints(type.IsGenericType ? type.GetGenericArguments() : [])}");
        if (type.IsEnum)
        {
            foreach (var member in type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(member => Convert.ToInt64(member.GetRawConstantValue(), CultureInfo.InvariantCulture)))
            {
                Line($"  {member.Name} = {Convert.ToInt64(member.GetRawConstantValue(), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}");
            }

            return;
        }

        foreach (var line in Members(type).Order(StringComparer.Ordinal))
        {
            Line("  " + line);
        }
    }

    private IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily))
        {
            var constant = field.IsLiteral ? $" = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}" : "";
            yield return $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Typed(field.FieldType, _nullability.Create(field).ReadState)} {field.Name}{constant}";
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(IsVisible))
        {
            yield return $"{Modifiers(constructor)}{type.Name.Split('`')[0]}({Parameters(constructor)})";
        }

        foreach (var property in type.GetProperties(Declared))
        {
            var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToList();
            if (accessors.Count > 0)
            {
                var writes = property.SetMethod is { } set && IsVisible(set) ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;" : "";
                var index = property.GetIndexParameters() is { Length: > 0 } ? $"[{Parameters(accessors[0])}]" : "";
                yield return $"{Modifiers(accessors[0])}{Typed(property.PropertyType, _nullability.Create(property).ReadState)} {property.Name}{index} {{{(property.GetMethod is { } get && IsVisible(get) ? " get;" : "")}{writes} }}";
            }
        }

        foreach (var one in type.GetEvents(Declared).Where(one => one.AddMethod is { } add && IsVisible(add)))
        {
            yield return $"event {SurfaceNames.Of(one.EventHandlerType!)} {one.Name}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsWrittenByTheCompiler(method)))
        {
            var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(SurfaceNames.Of))}>" : "";
            yield return $"{Modifiers(method)}{Typed(method.ReturnType, _nullability.Create(method.ReturnParameter).ReadState)} {method.Name}{generic}({Parameters(method)}){Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : [])}";
        }
    }

    // A record's equality, printing and copying follow from its being a record, which its kind says.
    private static bool IsWrittenByTheCompiler(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static string Modifiers(MethodBase method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "")
        + (method.IsStatic ? "static " : "")
        + (method.IsAbstract ? "abstract " : method is MethodInfo { IsVirtual: true, IsFinal: false } own ? own.GetBaseDefinition() == own ? "virtual " : "override " : "");

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var direction = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params "
            : parameter.IsOut ? "out "
            : parameter.IsIn && parameter.ParameterType.IsByRef ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";
        var type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        var value = !parameter.HasDefaultValue ? "" : " = " + (parameter.DefaultValue switch
        {
            null => "default",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture),
        });
        return $"{direction}{Typed(type, _nullability.Create(parameter).WriteState)} {parameter.Name}{value}";
    }

    private static string Typed(Type type, NullabilityState state) =>
        SurfaceNames.Of(type) + (state == NullabilityState.Nullable && !type.IsValueType && !SurfaceNames.Of(type).EndsWith('?') ? "?" : "");

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + (IsRecord(type) ? "record struct" : "struct")
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (IsRecord(type) ? "record" : "class");

    private static bool IsRecord(Type type) => type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Constraints(Type[] arguments)
    {
        var text = new StringBuilder();
        foreach (var argument in arguments.Where(argument => argument.IsGenericParameter))
        {
            var attributes = argument.GenericParameterAttributes;
            List<string> all = [];
            if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            {
                all.Add("class");
            }

            if (attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            {
                all.Add("struct");
            }

            all.AddRange(argument.GetGenericParameterConstraints().Where(one => one != typeof(ValueType)).Select(SurfaceNames.Of).Order(StringComparer.Ordinal));
            if (attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint))
            {
                all.Add("new()");
            }

            if (all.Count > 0)
            {
                text.Append(" where ").Append(argument.Name).Append(" : ").AppendJoin(", ", all);
            }
        }

        return text.ToString();
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
