using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>One lowering of one method: what its parts share, and the parts. Everything that is not on some part's list is refused.</summary>
internal sealed class Lowerer
{
    /// <summary>Operations of the method and of everything inlined into it; more would be proved about for too long.</summary>
    private const int MostOperations = 20_000;

    /// <summary>Operations inside each other; the analyses of a rule recurse as deep as the rule.</summary>
    private const int Deepest = 250;

    private readonly CancellationToken _cancellation;
    private readonly List<SyntaxNode> _places = [];
    private int _spent;
    private int _depth;

    /// <summary>A lowering of a method in a file of a compilation.</summary>
    public Lowerer(SemanticModel model, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        Bodies = new Bodies(model, cancellation);
        Expressions = new ExpressionLowering(this);
        Arithmetic = new ArithmeticLowering(this);
        Conversions = new ConversionLowering(this);
        Implicits = new ImplicitConversion(this);
        Nullables = new NullableLowering(this);
        Assignments = new AssignmentLowering(this);
        Deconstructions = new DeconstructionLowering(this);
        Tuples = new TupleComparison(this);
        Lists = new ListLowering(this);
        Collections = new CollectionLowering(this);
        Calls = new CallLowering(this);
        Arrays = new ArrayLowering(this);
        Ranges = new RangeLowering(this);
        Statements = new StatementLowering(this);
        Loops = new LoopLowering(this);
        Math = new MathLowering(this);
        Comparisons = new ComparisonLowering(this);
        Patterns = new PatternLowering(this);
        Switches = new SwitchLowering(this);
        Records = new RecordLowering(this);
        Constructors = new ConstructorLowering(this);
        Guards = new GuardLowering(this);
        Queries = new QueryLowering(this);
        ArrayFunctions = new ArrayFunctionLowering(this);
        Members = new StaticMemberLowering(this);
    }

    public Emission Emission { get; } = new();

    public Bodies Bodies { get; }

    public ExpressionLowering Expressions { get; }

    public ArithmeticLowering Arithmetic { get; }

    public ConversionLowering Conversions { get; }

    public ImplicitConversion Implicits { get; }

    public NullableLowering Nullables { get; }

    public AssignmentLowering Assignments { get; }

    public DeconstructionLowering Deconstructions { get; }

    public TupleComparison Tuples { get; }

    public ListLowering Lists { get; }

    public CollectionLowering Collections { get; }

    public CallLowering Calls { get; }

    public ArrayLowering Arrays { get; }

    public RangeLowering Ranges { get; }

    public StatementLowering Statements { get; }

    public LoopLowering Loops { get; }

    public MathLowering Math { get; }

    public ComparisonLowering Comparisons { get; }

    public PatternLowering Patterns { get; }

    public SwitchLowering Switches { get; }

    public RecordLowering Records { get; }

    public ConstructorLowering Constructors { get; }

    public GuardLowering Guards { get; }

    public QueryLowering Queries { get; }

    public ArrayFunctionLowering ArrayFunctions { get; }

    public StaticMemberLowering Members { get; }

    /// <summary>What names mean in the method that is being lowered now.</summary>
    public Frame Frame { get; set; } = new(null);

    /// <summary>The token, for work that is not counted in operations.</summary>
    public CancellationToken Cancellation => _cancellation;

    /// <summary>The places that were given numbers.</summary>
    public IReadOnlyList<SyntaxNode> Places => _places;

    /// <summary>A number for the place of an operation.</summary>
    public int At(IOperation operation)
    {
        if (_places.Count == 0 || _places[_places.Count - 1] != operation.Syntax)
        {
            _places.Add(operation.Syntax);
        }

        return _places.Count - 1;
    }

    /// <summary>Counts an operation whose parts are lowered next.</summary>
    public void Enter(IOperation operation)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_spent > MostOperations)
        {
            throw RefusedException.At(operation, FormattableString.Invariant($"rule of more than {MostOperations} operations, called methods included"));
        }

        if (++_depth > Deepest)
        {
            throw RefusedException.At(operation, FormattableString.Invariant($"expression nested deeper than {Deepest} levels"));
        }
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Exit() => _depth--;

    /// <summary>An operation as a single value.</summary>
    public Expression Number(IOperation operation) => Expressions.Lower(operation) is Value.Number number
        ? number.Expression
        : throw RefusedException.At(operation, $"{Wording.Source(operation)}, which is no single number");

    /// <summary>One of two single values; the other is not evaluated.</summary>
    public Expression Choose(IOperation operation, Expression test, Func<Expression> whenTrue, Func<Expression> whenFalse) =>
        ((Value.Number)Expressions.Choose(operation, test, () => new Value.Number(whenTrue()), () => new Value.Number(whenFalse()))).Expression;

    /// <summary>A boolean constant.</summary>
    public Expression Truth(IOperation operation, bool value) => new Expression.Constant(Scalar.Of(value), At(operation));

    /// <summary>Emits a failure where a value is expected; the value that it returns is never read.</summary>
    public Value Fail(IOperation operation, string exception, ITypeSymbol? type)
    {
        Emission.Emit(new Statement.Fail(exception, At(operation)));
        var shape = ShapeOf(operation, type);
        return shape is Shape.Number number ? new Value.Number(new Expression.Constant(Scalar.Zero(number.Kind), At(operation))) : Emission.Storage(shape, isSettled: true);
    }

    /// <summary>An operation as an array of single values.</summary>
    public ArrayExpression Array(IOperation operation) => Expressions.Lower(operation) is Value.List list
        ? list.Array
        : throw RefusedException.At(operation, $"{Wording.Source(operation)}, which is no array of numbers");

    /// <summary>The shape of an operation's type.</summary>
    public static Shape ShapeOf(IOperation operation, ITypeSymbol? type) =>
        Shape.Of(type) ?? throw RefusedException.At(operation, $"value of type {Wording.Type(type)}, which rules do not compute with{Wording.Instead(type)}");

    /// <summary>The kind of an operation's type.</summary>
    public static ScalarKind KindOf(IOperation operation, ITypeSymbol? type) =>
        Kinds.Of(type) ?? throw RefusedException.At(operation, $"value of type {Wording.Type(type)}, which rules do not compute with{Wording.Instead(type)}");
}
