using Mono.Cecil;

namespace StocksGreen.Induction.Tests.Support;

/// <summary>What a compiled type uses: in fields, signatures, bodies, attributes and generic arguments.</summary>
internal static class TypeUses
{
    /// <summary>Types and members, each once. Nested and compiler-generated types are types of their own and asked on their own.</summary>
    public static IEnumerable<(TypeDefinition From, MemberReference To)> Of(TypeDefinition type) =>
        UsesOf(type).SelectMany(Parts).Distinct().Select(used => (type, used));

    private static IEnumerable<MemberReference?> UsesOf(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
            .. type.Events.SelectMany(happening => Attributes(happening).Append(happening.EventType)),
            .. type.Methods.SelectMany(OfMethod),
        ];

    private static IEnumerable<MemberReference?> OfMethod(MethodDefinition method)
    {
        var body = method.HasBody ? method.Body : null;
        return
        [
            method.ReturnType,
            .. Attributes(method),
            .. Constraints(method),
            .. Attributes(method.MethodReturnType),
            .. method.Parameters.SelectMany(parameter => Attributes(parameter).Append(parameter.ParameterType)),
            .. (body?.Variables ?? []).Select(variable => variable.VariableType),
            .. (body?.ExceptionHandlers ?? []).Select(handler => handler.CatchType),
            .. (body?.Instructions ?? []).Select(instruction => instruction.Operand).OfType<MemberReference>(),
        ];
    }

    private static IEnumerable<MemberReference?> Attributes(ICustomAttributeProvider holder) =>
        holder.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Concat(attribute.Properties.Select(property => property.Argument))
                .Concat(attribute.Fields.Select(field => field.Argument))
                .SelectMany(Values)
                .Append(attribute.AttributeType)
        );

    private static IEnumerable<MemberReference?> Values(CustomAttributeArgument argument) =>
        argument.Value switch
        {
            TypeReference type => [argument.Type, type],
            CustomAttributeArgument[] many => many.SelectMany(Values),
            CustomAttributeArgument boxed => Values(boxed),
            _ => [argument.Type],
        };

    private static IEnumerable<MemberReference?> Constraints(IGenericParameterProvider holder) =>
        holder.GenericParameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType));

    /// <summary>A reference and everything that it is made of: element, arguments, declaring type, signature.</summary>
    private static IEnumerable<MemberReference> Parts(MemberReference? member) =>
        member switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
            FunctionPointerType pointer => pointer.Parameters.SelectMany(parameter => Parts(parameter.ParameterType)).Concat(Parts(pointer.ReturnType)),
            TypeSpecification made => Parts(made.ElementType),
            TypeReference => [member],
            GenericInstanceMethod generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementMethod)),
            MethodReference method =>
            [
                method,
                .. Parts(method.DeclaringType),
                .. Parts(method.ReturnType),
                .. method.Parameters.SelectMany(parameter => Parts(parameter.ParameterType)),
            ],
            FieldReference field => [field, .. Parts(field.DeclaringType), .. Parts(field.FieldType)],
            _ => Parts(member.DeclaringType),
        };
}
